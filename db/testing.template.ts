import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Migrates a database once, as an office does, in a process of its own: db/dialect knows one database a process. */
export async function migrated(url: string, directory: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: directory }
  await promisify(execFile)(process.execPath, ['cli/yanxin.mjs', 'migrate'], { cwd: root, env })
}
