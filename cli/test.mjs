import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './setup/browser.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { binOf, runNode, SetupError, say } from './setup/run.mjs'

/** @typedef {{ name: string, needs?: string[], work: () => Promise<unknown> }} Step */

/** @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
async function check(args, env = {}) {
  const { code } = await runNode(args, { env: { ...process.env, ...env } })
  if (code !== 0) throw new SetupError(`退出码 ${code}`)
}

/** Passed only when vitest itself said so at the end of its run. */
async function vitest() {
  const folder = mkdtempSync(join(tmpdir(), 'yanxin-test-'))
  const verdict = join(folder, 'verdict')
  try {
    const reporters = ['--reporter=default', '--reporter=./cli/setup/verdict.mjs']
    await runNode([binOf('vitest'), 'run', ...reporters], { env: { ...process.env, YANXIN_VERDICT: verdict } })
    const said = existsSync(verdict) ? readFileSync(verdict, 'utf8') : '测试没有运行到结束'
    if (said !== 'passed') throw new SetupError(said)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let chromium = ''

/** In this order; a step whose needs failed is not run, and counts as failed. @type {Step[]} */
const steps = [
  { name: '安装依赖', work: ensureInstalled },
  {
    name: '准备浏览器',
    needs: ['安装依赖'],
    work: async () => {
      chromium = await ensureBrowser()
    },
  },
  {
    name: '格式与静态检查',
    needs: ['安装依赖'],
    work: () => check([binOf('@biomejs/biome'), 'check', '--error-on-warnings', '.']),
  },
  {
    name: '类型检查',
    needs: ['安装依赖'],
    work: async () => {
      // next-env.d.ts and the types of the routes are not in git.
      await check([binOf('next'), 'typegen'])
      await check([binOf('typescript', 'tsc'), '--noEmit'])
    },
  },
  { name: '规则与数据测试', needs: ['安装依赖'], work: vitest },
  { name: '构建页面', needs: ['安装依赖'], work: ensureBuilt },
  {
    name: '浏览器测试',
    needs: ['准备浏览器', '构建页面'],
    work: () => check([binOf('@playwright/test'), 'test', '-c', 'e2e'], { CHROMIUM_PATH: chromium }),
  },
]

/** @type {Map<string, string>} */
const failed = new Map()
/** @type {string[]} */
const summary = []

for (const { name, needs = [], work } of steps) {
  const missing = needs.filter((need) => failed.has(need))
  const began = Date.now()
  console.log(`\n== ${name} ==`)
  try {
    if (missing.length > 0) throw new SetupError(`未运行：${missing.join('、')}未通过`)
    await work()
  } catch (error) {
    failed.set(name, error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error))
    say(failed.get(name) ?? '')
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  summary.push(`${failed.has(name) ? '✗ 未通过' : '✓ 通过'}  ${name}（${seconds} 秒）`)
  console.log(summary.at(-1))
}

console.log(`\n== 汇总 ==\n${summary.join('\n')}`)
for (const [name, why] of failed) console.log(`\n${name}：${why}`)
console.log(`${steps.length - failed.size} passed, ${failed.size} failed`)
process.exitCode = failed.size > 0 ? 1 : 0
