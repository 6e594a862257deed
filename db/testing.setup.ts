import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

/*
 * A database of its own for every test file, a copy of the migrated one, of the dialect that the vitest project names.
 * DATABASE_URL must stand before db/dialect loads, hence the imports at run time.
 */
const directory = mkdtempSync(join(tmpdir(), 'yanxin-test-'))
process.env.DATA_DIR = directory
process.env.AUDIT_KEY_FILE = inject('auditKey')
process.env.NEXTAUTH_SECRET = 'a secret for tests only, thirty-two characters long'
process.env.NEXTAUTH_URL = 'http://localhost:3000'

if (process.env.YANXIN_TEST_DIALECT === 'postgresql') {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject('postgresTemplate')}`)
  await admin.end()
  process.env.DATABASE_URL = server.replace(/\/[^/]*$/, `/${name}`)
} else {
  copyFileSync(inject('sqliteTemplate'), join(directory, 'test.sqlite'))
  process.env.DATABASE_URL = `file:${directory}/test.sqlite`
}

afterAll(async () => {
  const { closeDatabase } = await import('./client')
  await closeDatabase()
  // The next file of tests may run in this process, and asks another database: lib/domain/base/memory forgets everything.
  const { yanxinMemory } = globalThis as { yanxinMemory?: Map<string, Map<string, unknown>> }
  for (const kept of yanxinMemory?.values() ?? []) kept.clear()
  rmSync(directory, { recursive: true, force: true })
})
