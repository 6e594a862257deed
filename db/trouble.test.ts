import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { Fault } from '@/lib/domain/base/fault'
import { facts } from './schema'
import { connect, openSqlite } from './sqlite'
import { inWords } from './trouble'
import type { Client, Database } from './types'

const directory = mkdtempSync(join(tmpdir(), 'yanxin-trouble-'))
const file = join(directory, 'office.sqlite')
const made = connect(file)
made.exec('CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT)')
made.close()

let client: Client
beforeEach(() => {
  client = openSqlite(file, { leave: () => undefined, patienceMs: 50 })
})
afterEach(() => client.close())
afterAll(() => rmSync(directory, { recursive: true, force: true }))

let names = 0
const put = (value = '') =>
  client.transaction(async (tx) => void (await tx.insert(facts).values({ name: `${names++}`, value })))
const words = (work: Promise<unknown>) =>
  work.then(() => 'done').catch((error: unknown) => (error instanceof Fault ? error.message.split('，')[0] : error))
const limit = (pages: number) =>
  client.transaction(async (tx) => {
    const { all } = tx as unknown as { all: (query: unknown) => unknown }
    all.call(tx as Database, sql.raw(`PRAGMA max_page_count = ${pages}`))
  })

test('a file that another program holds is told to each of many, in words; it is read all the while and recovers', async () => {
  await put()
  const other = new Sqlite(file)
  other.exec('BEGIN IMMEDIATE')
  const told = Promise.all(Array.from({ length: 100 }, () => words(put())))
  expect(await client.reader.$count(facts)).toBe(1)
  expect(await client.snapshot((tx) => tx.$count(facts))).toBe(1)
  expect(new Set(await told)).toEqual(new Set(['系统正忙']))
  other.exec('ROLLBACK')
  other.close()
  expect(await words(put())).toBe('done')
})

test('a full disk is told in words to whoever it meets; it is read all the while and recovers', async () => {
  const before = await client.reader.$count(facts)
  await limit(1) // no fewer than there are: nothing may grow
  const many = await Promise.all(Array.from({ length: 20 }, () => words(put('x'.repeat(20_000)))))
  expect(new Set(many)).toEqual(new Set(['磁盘已满']))
  expect(await client.reader.$count(facts)).toBe(before)
  await limit(1_000_000)
  expect(await words(put('x'.repeat(20_000)))).toBe('done')
})

test.each([
  ['ENOSPC', '磁盘已满'],
  ['EDQUOT', '磁盘已满'],
  ['53100', '磁盘已满'],
  ['SQLITE_IOERR_FSYNC', '磁盘读写出错'],
  ['SQLITE_READONLY_DBMOVED', '磁盘不能写入'],
  ['SQLITE_BUSY_SNAPSHOT', '系统正忙'],
])('%s is told as %s, however deep it lies', (code, said) => {
  const cause = Object.assign(new Error('deep'), { code })
  expect(inWords(new Error('query failed', { cause }))).toMatchObject({ message: expect.stringMatching(`^${said}`) })
})

test('what is no trouble of the disk stays what it is', () => {
  const error = new Error('stop')
  expect(inWords(error)).toBe(error)
})
