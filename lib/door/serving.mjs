import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a server is called among the connections of its database, and how the file begins by which it is known in DATA_DIR. */
export const SERVING = 'yanxin-serving'

const folderOf = (/** @type {NodeJS.ProcessEnv} */ env) => env.DATA_DIR || 'data'

/** Leaves a mark that this process serves, where the disk takes one; gives its path. @param {NodeJS.ProcessEnv} env */
export function markServing(env) {
  const folder = folderOf(env)
  const mark = join(folder, `${SERVING}.${process.pid}`)
  try {
    for (const { pid, path } of marksIn(folder)) if (!isAlive(pid)) rmSync(path, { force: true })
    writeFileSync(mark, '', { mode: 0o600 })
  } catch {}
  return mark
}

/** Whether a process on this machine serves from the folder. @param {NodeJS.ProcessEnv} env */
export function isServedFrom(env) {
  return marksIn(folderOf(env)).some(({ pid }) => isAlive(pid))
}

/** @param {string} folder */
function marksIn(folder) {
  /** @type {string[]} */
  let names = []
  try {
    names = readdirSync(folder)
  } catch {}
  return names
    .filter((name) => name.startsWith(`${SERVING}.`))
    .map((name) => ({ pid: Number(name.slice(SERVING.length + 1)), path: join(folder, name) }))
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
