import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Fault } from '@/lib/domain/base/fault'
import { facts } from './schema'
import { connect, openSqlite } from './sqlite'
import type { Client } from './types'

let directory: string
let data: string
let client: Client
let ended: number

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'yanxin-place-'))
  data = join(directory, 'data')
  mkdirSync(data)
  const made = connect(file())
  made.exec('CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT)')
  made.close()
  ended = 0
  client = openSqlite(file(), { leave: () => void ended++, patienceMs: 100 })
})

afterEach(async () => {
  await client.close()
  rmSync(directory, { recursive: true, force: true })
})

const file = () => join(data, 'office.sqlite')
const put = (name: string) =>
  client.transaction(async (tx) => void (await tx.insert(facts).values({ name, value: '' })))
const failed = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

/** All files of the database, as somebody at the shell takes them away. */
function remove() {
  for (const name of readdirSync(data)) rmSync(join(data, name))
}

function replace() {
  const copy = join(directory, 'copy.sqlite')
  copyFileSync(file(), copy)
  remove()
  renameSync(copy, file())
}

test.each([
  ['the files are deleted', remove],
  ['the file is replaced', replace],
  ['the folder is moved', () => renameSync(data, join(directory, 'elsewhere'))],
  ['the log beside the file is deleted', () => rmSync(`${file()}-wal`)],
])('where %s nothing is acknowledged any more, in words, and the process is told to end once', async (_, happen) => {
  await put('before')
  happen()
  const answers = await Promise.all([put('a'), put('b'), put('c')].map(failed))
  answers.push(await failed(put('d')))
  for (const answer of answers) {
    expect(answer).toBeInstanceOf(Fault)
    expect((answer as Fault).code).toBe('busy')
    expect((answer as Fault).message).toMatch(/^数据库文件.*没有提交/)
  }
  expect(ended).toBe(1)
})

test('what is written while the file goes is not acknowledged either', async () => {
  const late = client.transaction(async (tx) => {
    await tx.insert(facts).values({ name: 'late', value: '' })
    remove()
  })
  expect(await failed(late)).toBeInstanceOf(Fault)
  expect(ended).toBe(1)
})

test('a checkpoint, another reader and a copy change nothing', async () => {
  await put('a')
  const other = connect(file())
  other.pragma('wal_checkpoint(TRUNCATE)')
  await other.backup(join(directory, 'backup.sqlite'))
  other.close()
  await put('b')
  expect(await client.reader.$count(facts)).toBe(2)
  expect(ended).toBe(0)
})

test('a database that is not there is never made by opening it', () => {
  const nowhere = join(directory, 'none/office.sqlite')
  expect(() => openSqlite(nowhere, { leave: () => undefined, patienceMs: 100 })).toThrow(Fault)
  expect(readdirSync(directory)).toEqual(['data'])
})
