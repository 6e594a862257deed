import { ensureBrowser } from './setup/browser.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { binOf, runNode, SetupError, say } from './setup/run.mjs'
import { vitest } from './setup/vitest.mjs'

/** @typedef {{ name: string, needs?: string[], work: () => Promise<unknown> }} Step */

/** @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
async function check(args, env = {}) {
  const { code } = await runNode(args, { env: { ...process.env, ...env } })
  if (code !== 0) throw new SetupError(`退出码 ${code}`)
}

let chromium = ''

/**
 * One row after another. The steps of a row run at the same time: the first shows what it says as it goes, the others
 * are held back and shown whole. A step whose needs failed is not run, and counts as failed. @type {Step[][]}
 */
const rows = [
  [{ name: '安装依赖', work: ensureInstalled }],
  [
    {
      name: '准备浏览器',
      needs: ['安装依赖'],
      work: async () => {
        chromium = await ensureBrowser()
      },
    },
  ],
  [
    {
      name: '格式与静态检查',
      needs: ['安装依赖'],
      work: () => check([binOf('@biomejs/biome'), 'check', '--error-on-warnings', '.']),
    },
  ],
  [
    {
      name: '类型检查',
      needs: ['安装依赖'],
      work: async () => {
        // next-env.d.ts and the types of the routes are not in git.
        await check([binOf('next'), 'typegen'])
        await check([binOf('typescript', 'tsc'), '--noEmit'])
      },
    },
  ],
  [
    { name: '规则与数据测试', needs: ['安装依赖'], work: () => vitest([]) },
    {
      name: '构建页面',
      needs: ['安装依赖'],
      work: async () => {
        const { code, stdout, stderr } = await runNode(['cli/build.mjs'], { stdio: ['ignore', 'pipe', 'pipe'] })
        held.set('构建页面', `${stdout}${stderr}`)
        if (code !== 0) throw new SetupError(`退出码 ${code}`)
      },
    },
  ],
  [
    {
      name: '入口与意外简检',
      needs: ['构建页面'],
      work: () => check(['--conditions=react-server', '--import', 'tsx', 'cli/trial/brief.ts']),
    },
  ],
  [
    {
      name: '浏览器测试',
      needs: ['准备浏览器', '构建页面'],
      work: () => check([binOf('@playwright/test'), 'test', '-c', 'e2e'], { CHROMIUM_PATH: chromium }),
    },
  ],
]

/** What a step said that ran beside another. @type {Map<string, string>} */
const held = new Map()
/** @type {Map<string, string>} */
const failed = new Map()
/** @type {string[]} */
const summary = []

/** Gives the words that end the step. @param {Step} step */
async function take({ name, needs = [], work }) {
  const missing = needs.filter((need) => failed.has(need))
  const began = Date.now()
  try {
    if (missing.length > 0) throw new SetupError(`未运行：${missing.join('、')}未通过`)
    await work()
  } catch (error) {
    failed.set(name, error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error))
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  return `${failed.has(name) ? '✗ 未通过' : '✓ 通过'}  ${name}（${seconds} 秒）`
}

const headOf = (/** @type {Step | undefined} */ step) => `\n== ${step?.name} ==`

for (const row of rows) {
  console.log(headOf(row[0]))
  const ends = row.map(take)
  for (const [i, step] of row.entries()) {
    const end = await ends[i]
    if (i > 0) console.log(headOf(step))
    const said = [held.get(step.name), failed.get(step.name)].filter(Boolean)
    if (said.length > 0) say(said.join('').trimEnd())
    summary.push(end ?? '')
    console.log(end)
  }
}

const steps = rows.flat()
console.log(`\n== 汇总 ==\n${summary.join('\n')}`)
for (const [name, why] of failed) console.log(`\n${name}：${why}`)
console.log(`${steps.length - failed.size} passed, ${failed.size} failed`)
process.exitCode = failed.size > 0 ? 1 : 0
