import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const directory = await mkdtemp(join(tmpdir(), 'yanxin-process-'))
afterAll(() => rm(directory, { recursive: true, force: true }))

const COMMAND = ['--conditions=react-server', '--import', 'tsx', 'cli/main.ts']

/** The command line as it really runs, on a database of its own. */
function yanxin(line: string[], env: Record<string, string> = {}) {
  return node([...COMMAND, ...line], env)
}

function node(args: string[], env: Record<string, string>) {
  const { DATABASE_URL: _, ...rest } = process.env
  const options = {
    cwd: resolve(import.meta.dirname, '..'),
    env: {
      ...rest,
      NODE_ENV: 'production',
      DATA_DIR: join(directory, 'data'),
      YANXIN_CWD: directory,
      ...env,
    } as NodeJS.ProcessEnv,
    maxBuffer: 1e8,
  }
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

describe('a real process', () => {
  test('looking at whether a database is the demo does not make one', async () => {
    expect(await yanxin(['demo-check'])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(existsSync(join(directory, 'data'))).toBe(false)
  })

  test('nor does `npm start`, unless asked to', async () => {
    const { code, stdout, stderr } = await node(['cli/start.mjs'], { PORT: '1', HOSTNAME: 'localhost' })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/还没有数据库：.*yanxin\.sqlite 不存在。.*npm start -- --new/)
    expect(existsSync(join(directory, 'data'))).toBe(false)
  })

  test('imports into a database that `migrate` made, relative to where the person stands', async () => {
    expect(await yanxin(['migrate'])).toMatchObject({ code: 0, stderr: '' })
    await mkdir(join(directory, 'in'))
    await writeFile(join(directory, 'in/units.csv'), '\uFEFFname,category,aliases\r\n区财政局,department,财政局\r\n')
    const imported = await yanxin(['import', 'in'])
    // A busy machine is told how far it is; nothing else.
    expect({ ...imported, stderr: imported.stderr.replace(/^已处理 \d+ %\n/gm, '') }).toEqual({
      code: 0,
      stdout: '已导入：新增或更新 1 行，未变 0 行。\n',
      stderr: '',
    })
    const { code, stdout, stderr } = await yanxin(['ranking', '2020Q3'])
    expect({ code, stderr, units: JSON.parse(stdout).totals.units }).toEqual({ code: 0, stderr: '', units: 1 })
    expect(await yanxin(['migrate'])).toEqual({ code: 0, stdout: '数据库已是本版本。\n', stderr: '' })
  })

  test('a fault is one line with file and line, and nothing on stdout', async () => {
    await writeFile(join(directory, 'in/targets.csv'), 'unit,year,quarterly_items,annual_points\n某某局,2020,12,24\n')
    expect(await yanxin(['import', 'in'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'targets.csv:2: 单位：名册中没有“某某局”\n',
    })
  })

  test('what nobody foresaw is one line too, without a stack trace', async () => {
    const { code, stdout, stderr } = await yanxin(['ranking', '2020Q3'], {
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
    })
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toMatch(/^系统出错：[^\n]*ECONNREFUSED[^\n]*\n$/)
  })
})
