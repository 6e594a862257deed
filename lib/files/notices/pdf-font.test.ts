import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Fault } from '@/lib/domain/base/fault'
import { findChromium } from './browser'
import { closePdf, pdfOf } from './pdf'
import { readPdf } from './pdf.testing'

const HTML = '<!doctype html><meta charset="utf-8"><p>通报</p>'
const said = async () => {
  const fault = await pdfOf(HTML).then(
    () => null,
    (error: unknown) => error,
  )
  if (fault instanceof Fault) return { code: fault.code, message: fault.message }
  throw fault ?? new Error('a PDF was made')
}

describe.skipIf(findChromium() === null)('where a browser is', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanxin-no-font-'))
    const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/none</dir><cachedir>${folder}/cache</cachedir></fontconfig>`
    await writeFile(join(folder, 'fonts.conf'), fonts)
  })
  afterEach(async () => {
    delete process.env.FONTCONFIG_FILE
    await closePdf()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('but no Chinese font, no file full of boxes is made: it is said what is missing and who mends it', async () => {
    process.env.FONTCONFIG_FILE = join(folder, 'fonts.conf')
    for (const _again of [1, 2]) {
      const { code, message } = await said()
      expect(code).toBe('conflict')
      expect(message).toContain('没有安装中文字体')
      expect(message).toContain('fonts-noto-cjk')
      expect(message).toContain('打印')
    }
  })

  test('and a font has come since, the next file is made without a restart', async () => {
    process.env.FONTCONFIG_FILE = join(folder, 'fonts.conf')
    expect((await said()).message).toContain('中文字体')
    delete process.env.FONTCONFIG_FILE
    const [page] = await readPdf(await pdfOf(HTML))
    expect(page?.words.map(({ text }) => text).join('')).toContain('通报')
  })
})

test('where no browser is, the font is not blamed', async () => {
  const before = process.env.CHROMIUM_PATH
  process.env.CHROMIUM_PATH = '/nowhere/chromium'
  try {
    const { code, message } = await said()
    expect(code).toBe('conflict')
    expect(message).toContain('没有可用的浏览器')
    expect(message).not.toContain('字体')
  } finally {
    if (before === undefined) delete process.env.CHROMIUM_PATH
    else process.env.CHROMIUM_PATH = before
  }
})
