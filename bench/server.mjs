import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The servers that are measured, each a process group of its own. Traffic goes to 127.0.0.1 only. */
export const root = resolve(fileURLToPath(new URL('..', import.meta.url)))

/** @param {string[]} args of node @param {NodeJS.ProcessEnv} env */
export function serve(args, env) {
  return spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  })
}

/** Our own door before Next, as `npm start` has it; tells how long its event loop is held. @param {number} port @param {string} [folder] */
export const throughDoor = (port, folder = '.') => [
  '--import',
  resolve(root, 'bench/loop.mjs'),
  resolve(root, 'lib/door/serve.mjs'),
  String(port),
  '127.0.0.1',
  folder,
]

/** @param {string} url */
export async function answering(url) {
  for (let tries = 0; tries < 150; tries++) {
    const up = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (up) return
    await new Promise((r) => setTimeout(r, 200))
  }
  throw new Error(`${url} does not answer`)
}

/** @param {import('node:child_process').ChildProcess} server */
export async function stop(server) {
  const gone = new Promise((r) => server.once('exit', r))
  process.kill(-Number(server.pid), 'SIGTERM')
  await gone
}

/** Resident memory of the server's own process, in MiB; those that it starts for files have limits of their own. @param {import('node:child_process').ChildProcess} server */
export function memoryOf(server) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' })
  return Number(stdout) / 1024
}

/** Milliseconds per tick of the processor's clock, as Linux counts them for everybody. */
const TICK_MS = 10

/**
 * Milliseconds of processor that a server has used so far, its threads included; 0 where the system does not tell.
 * @param {import('node:child_process').ChildProcess} server
 */
export function processorOf(server) {
  const file = `/proc/${server.pid}/stat`
  if (!existsSync(file)) return 0
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/**
 * How long the server's event loop was held since it was asked last: milliseconds at p99 and at most; and what it holds.
 * @typedef {{ p99: number, most: number, holding: Record<string, number> }} Told
 * @param {import('node:child_process').ChildProcess} server @returns {Promise<Told>}
 */
export function loopOf(server) {
  return new Promise((done) => {
    server.once('message', (said) => done(/** @type {Told} */ (said)))
    server.send('loop')
  })
}
