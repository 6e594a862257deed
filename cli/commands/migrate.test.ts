import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '@/cli/commands'
import { commandLine } from '@/cli/shell/testing'
import { closeDatabase } from '@/db/client'
import { databaseFile, dialect } from '@/db/dialect'

const before = { DATABASE_URL: process.env.DATABASE_URL, DATA_DIR: process.env.DATA_DIR }
const directory = mkdtempSync(join(tmpdir(), 'yanxin-place-'))

beforeAll(closeDatabase)
afterAll(async () => {
  await closeDatabase()
  Object.assign(process.env, before)
  rmSync(directory, { recursive: true, force: true })
})

async function yanxin(...line: string[]) {
  const { code, err } = await commandLine(COMMANDS, directory, line)
  return { code, err: err.join('\n') }
}

describe.runIf(dialect === 'sqlite')('a database is made by `migrate` alone', () => {
  beforeAll(() => {
    process.env.DATA_DIR = join(directory, 'data')
    delete process.env.DATABASE_URL
  })

  test.each([
    ['export', 'out'],
    ['ranking', '2020Q3'],
    ['account', 'count'],
    ['import', '.'],
    ['migrate', '--existing'],
  ])('not by %s', async (...line) => {
    expect(await yanxin(...line)).toEqual({ code: 1, err: expect.stringMatching(/^还没有数据库/) })
    expect(existsSync(join(directory, 'data'))).toBe(false)
  })

  test('which marks its folder; one that was there without a mark is marked', async () => {
    const marker = join(directory, 'data/yanxin')
    expect(await yanxin('migrate')).toEqual({ code: 0, err: '' })
    expect(existsSync(marker)).toBe(true)
    rmSync(marker)
    expect(await yanxin('migrate', '--existing')).toEqual({ code: 0, err: '' })
    expect(existsSync(marker)).toBe(true)
  })

  test('and not beside another: what is missing in a marked folder was lost, and is told', async () => {
    expect(await yanxin('migrate', '--new')).toEqual({ code: 1, err: expect.stringMatching(/^已有数据库 .*不能新建/) })
    rmSync(databaseFile())
    for (const line of [['migrate'], ['migrate', '--existing']])
      expect(await yanxin(...line)).toEqual({
        code: 1,
        err: expect.stringMatching(/是雁信的，但数据库 .* 不在。.*npm start -- --new/),
      })
    expect(existsSync(databaseFile())).toBe(false)
    expect(await yanxin('migrate', '--new')).toEqual({ code: 0, err: '' })
  })
})
