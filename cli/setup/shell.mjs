import { runNode } from './run.mjs'

const typescript = ['--conditions=react-server', '--import', 'tsx', 'cli/main.ts']

/**
 * Runs a command of the project's shell. With `capture`, what it prints is returned instead of shown; stderr is
 * always shown.
 * @param {string[]} args @param {NodeJS.ProcessEnv} [env] @param {{ capture?: boolean }} [options]
 */
export function yanxin(args, env = process.env, { capture = false } = {}) {
  return runNode([...typescript, ...args], { env, stdio: capture ? ['ignore', 'pipe', 'inherit'] : 'inherit' })
}
