import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '@/lib/files/notices/browser'

const chromium = findChromium()
let folder: string

/** A PATH with all that this machine has, but nothing that installs packages: as of a person who may not. */
async function withoutApt(): Promise<string> {
  const bin = join(folder, 'bin')
  await mkdir(bin)
  for (const from of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of await readdir(from).catch(() => []))
      if (name !== 'apt-get') await symlink(join(from, name), join(bin, name)).catch(() => undefined)
  }
  return bin
}

/** What `ensureBrowser` finds, or says. */
function ensured(env: Record<string, string>): Promise<string> {
  const script =
    "import('./cli/setup/browser.mjs').then((m) => m.ensureBrowser()).then(console.log, (e) => console.log(e.message))"
  const options = { cwd: resolve(import.meta.dirname, '../..'), env: { ...process.env, ...env } as NodeJS.ProcessEnv }
  return new Promise((done) => {
    execFile(process.execPath, ['-e', script], options, (_error, stdout) => done(stdout.trim()))
  })
}

describe('the browser of the tests', () => {
  let path: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanxin-browser-'))
    path = await withoutApt()
    const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/none</dir><cachedir>${folder}/cache</cachedir></fontconfig>`
    await writeFile(join(folder, 'fonts.conf'), fonts)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.skipIf(chromium === null)('is the one named, where it runs and writes Chinese', async () => {
    expect(await ensured({ CHROMIUM_PATH: chromium ?? '' })).toBe(chromium)
  })

  test.skipIf(chromium === null)(
    'is not taken without a Chinese font: the font is named, and how to install it',
    async () => {
      const said = await ensured({
        CHROMIUM_PATH: chromium ?? '',
        PATH: path,
        FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      })
      expect(said).toContain(`浏览器 ${chromium} 找不到中文字体`)
      expect(said).toContain('apt-get install -y fonts-noto-cjk')
    },
  )

  test('that is named and does not run is named in the answer, and no font is asked for', async () => {
    const said = await ensured({ CHROMIUM_PATH: join(folder, 'none') })
    expect(said).toContain(`CHROMIUM_PATH=${join(folder, 'none')} 不能运行`)
    expect(said).not.toContain('字体')
  })
})
