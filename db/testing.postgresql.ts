import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './testing.embedded.mjs'
import { migrated } from './testing.template'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
    postgresTemplate: string
  }
}

const TEMPLATE = 'yanxin_template'

/** A PostgreSQL server for the data tests, gone afterwards; in it a migrated database to copy. */
export default async function setup(project: TestProject) {
  const directory = mkdtempSync(join(tmpdir(), 'yanxin-pg-'))
  const server = await startPostgres(directory)
  await migrated(await server.create(TEMPLATE), directory)
  project.provide('postgresUrl', server.address('postgres'))
  project.provide('postgresTemplate', TEMPLATE)
  project.provide('auditKey', join(directory, 'audit-key'))
  return async () => {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
