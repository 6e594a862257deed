import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binOf, runNode, SetupError } from './run.mjs'

/**
 * Runs vitest; passed only when vitest itself said so at the end of its run, since its exit code cannot be trusted.
 * @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 */
export async function vitest(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'yanxin-test-'))
  const verdict = join(folder, 'verdict')
  try {
    const reporters = ['--reporter=default', '--reporter=./cli/setup/verdict.mjs']
    await runNode([binOf('vitest'), 'run', ...reporters, ...args], {
      env: { ...process.env, ...env, YANXIN_VERDICT: verdict },
    })
    const said = existsSync(verdict) ? readFileSync(verdict, 'utf8') : '测试没有运行到结束'
    if (said !== 'passed') throw new SetupError(said)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
