import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root; every set-up script works from here, wherever it was called. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** A fault that the person can mend: printed as it is, without a stack trace. */
export class SetupError extends Error {}

/** Chatter goes to stderr, so that stdout carries results alone. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a script's `work`; a SetupError becomes its message and exit code 1.
 * @param {() => Promise<number | undefined>} work gives the exit code, 0 when nothing
 */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}

/**
 * The script behind a command of an installed package, to be run with node itself on every system.
 * @param {string} name of the package @param {string} [command] when it has several
 */
export function binOf(name, command) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : (bin[command ?? ''] ?? Object.values(bin)[0]))
}

/** Whether the person asked us to stop. @type {NodeJS.Signals | undefined} */
let asked
export const askedToStop = () => asked !== undefined

/**
 * Starts a child in the project's root; SIGINT and SIGTERM reach it too, so that none is left behind.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    asked = signal
    child.kill(signal)
  }
  process.on('SIGINT', pass).on('SIGTERM', pass)
  const forget = () => process.off('SIGINT', pass).off('SIGTERM', pass)
  child.once('close', forget).once('error', forget)
  return child
}

/**
 * Runs a child to its end. `stdout` and `stderr` are empty unless `stdio` pipes them. A command that does not exist has code 127.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function run(command, args, options) {
  return new Promise((resolve) => {
    const child = start(command, args, options)
    const said = { stdout: '', stderr: '' }
    for (const stream of /** @type {const} */ (['stdout', 'stderr'])) {
      child[stream]?.setEncoding('utf8').on('data', (chunk) => {
        said[stream] += chunk
      })
    }
    child.once('error', () => resolve({ code: 127, ...said }))
    child.once('close', (code, signal) => {
      // However the child took it, nothing more is begun after the person said stop.
      if (asked) process.exit(asked === 'SIGINT' ? 130 : 143)
      resolve({ code: code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0), ...said })
    })
  })
}

/** Runs a script with this very node. @type {(args: string[], options?: import('node:child_process').SpawnOptions) => ReturnType<typeof run>} */
export const runNode = (args, options) => run(process.execPath, args, options)

/** stdio for a child whose output is chatter. @type {import('node:child_process').StdioOptions} */
export const toStderr = ['ignore', 2, 2]

/** The port to serve on, from PORT. */
export function portFromEnv() {
  const port = Number(process.env.PORT || 3000)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new SetupError(`PORT=${process.env.PORT} 不是有效端口，请设为 1 到 65535 之间的整数。`)
}
