import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrated } from './testing.template'

declare module 'vitest' {
  export interface ProvidedContext {
    auditKey: string
    sqliteTemplate: string
  }
}

/** A migrated SQLite file, of which every file of tests gets a copy. */
export default async function setup(project: TestProject) {
  const directory = mkdtempSync(join(tmpdir(), 'yanxin-sqlite-'))
  const file = join(directory, 'template.sqlite')
  await migrated(`file:${file}`, directory)
  project.provide('sqliteTemplate', file)
  project.provide('auditKey', join(directory, 'audit-key'))
  return () => rmSync(directory, { recursive: true, force: true })
}
