import { renameSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { GET } from '@/app/api/health/route'
import { closeDatabase } from '@/db/client'
import { databaseFile, dialect } from '@/db/dialect'
import { memory } from '@/lib/domain/base/memory'
import { SAID } from '@/lib/door/said.mjs'

async function health(clock = '') {
  memory('health', { most: 1 }).drop('here')
  memory('reminders', { most: 1 }).drop('here')
  const answer = await GET(new Request('http://localhost/api/health', { headers: { [SAID.clock]: clock } }))
  const { notes, ...said } = await answer.json()
  return { status: answer.status, ...said, ...(clock && { notes }) }
}

test('a server that can do its work says so, and nothing else', async () => {
  expect(await health()).toEqual({ status: 200, ok: true, failing: [] })
})

test('what there is to see to is named beside it, and is no fault', async () => {
  expect(await health('90000 1600000000000')).toEqual({
    status: 200,
    ok: true,
    failing: [],
    notes: expect.arrayContaining(['clock', 'backup_none']),
  })
})

test.runIf(dialect === 'sqlite')('a database that another program holds can be read, but not written', async () => {
  const other = new Sqlite(databaseFile())
  other.exec('BEGIN IMMEDIATE')
  expect(await health()).toEqual({ status: 503, ok: false, failing: ['writer'] })
  other.close()
  expect((await health()).status).toBe(200)
})

test.runIf(dialect === 'sqlite')(
  'a database that was moved is found out without a write, and one that is gone is not made',
  async () => {
    const file = databaseFile()
    const { exitCode } = process
    const end = vi.fn()
    process.once('SIGTERM', end)
    renameSync(file, `${file}.away`)
    expect(await health()).toEqual({ status: 503, ok: false, failing: ['files', 'writer'] })
    expect(end).toHaveBeenCalledOnce()
    expect(process.exitCode).toBe(1)
    process.exitCode = exitCode
    await closeDatabase()
    expect((await health()).failing).toEqual(['reader', 'files', 'writer'])
    renameSync(`${file}.away`, file)
    expect((await health()).status).toBe(200)
  },
)
