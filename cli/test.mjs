import { ensureBrowser } from './setup/browser.mjs'
import { ensureDatabaseDriver, ensurePackages } from './setup/install.mjs'
import { binOf, runNode, SetupError, say } from './setup/run.mjs'
import { vitest } from './setup/vitest.mjs'

/** @typedef {{ name: string, needs?: string[], work: (step: Step) => Promise<unknown> }} Step */

/** What the steps say that run beside another. @type {Map<string, string[]>} */
const held = new Map()
/** @type {Map<string, string>} */
const failed = new Map()
/** @type {string[]} */
const summary = []

/**
 * The work of running scripts one after another, up to the first that fails; named when it begins, since what is not installed has no name.
 * @param {() => string[][]} scripts @param {() => NodeJS.ProcessEnv} [env] @returns {Step['work']}
 */
const scripts =
  (scripts, env = () => ({})) =>
  async ({ name }) => {
    const said = held.get(name)
    for (const args of scripts()) {
      const { code, stdout, stderr } = await runNode(args, {
        env: { ...process.env, ...env() },
        ...(said && { stdio: ['ignore', 'pipe', 'pipe'] }),
      })
      said?.push(stdout, stderr)
      if (code !== 0) throw new SetupError(`退出码 ${code}`)
    }
  }

let chromium = ''

/**
 * One row after another; the lanes of a row at the same time, the steps of a lane one after another. The first lane shows what it
 * says as it goes, the others are held back and shown whole. A step whose needs failed is not run, and counts as failed.
 * Compiling the driver keeps one core busy, and the tests of the data leave one idle now and then: the second lane has the other.
 * @type {Step[][][]}
 */
const rows = [
  [[{ name: '安装依赖', work: ensurePackages }]],
  [
    [{ name: '编译数据库驱动', needs: ['安装依赖'], work: ensureDatabaseDriver }],
    [
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
        work: scripts(() => [[binOf('@biomejs/biome'), 'check', '--error-on-warnings', '.']]),
      },
      {
        name: '类型检查',
        needs: ['安装依赖'],
        // next-env.d.ts and the types of the routes are not in git.
        work: scripts(() => [
          [binOf('next'), 'typegen'],
          [binOf('typescript', 'tsc'), '--noEmit'],
        ]),
      },
    ],
  ],
  [
    [{ name: '规则与数据测试', needs: ['编译数据库驱动'], work: () => vitest([]) }],
    [{ name: '构建页面', needs: ['编译数据库驱动'], work: scripts(() => [['cli/build.mjs']]) }],
  ],
  [
    [
      {
        name: '入口与意外简检',
        needs: ['构建页面', '编译数据库驱动'],
        work: scripts(() => [['--conditions=react-server', '--import', 'tsx', 'cli/trial/brief.ts']]),
      },
    ],
  ],
  [
    [
      {
        name: '浏览器测试',
        needs: ['准备浏览器', '构建页面', '编译数据库驱动'],
        work: scripts(
          () => [[binOf('@playwright/test'), 'test', '-c', 'e2e']],
          () => ({ CHROMIUM_PATH: chromium }),
        ),
      },
    ],
  ],
]

/** Gives the words that end the step. @param {Step} step */
async function take(step) {
  const { name, needs = [], work } = step
  const missing = needs.filter((need) => failed.has(need))
  const began = Date.now()
  try {
    if (missing.length > 0) throw new SetupError(`未运行：${missing.join('、')}未通过`)
    await work(step)
  } catch (error) {
    failed.set(name, error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error))
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  return `${failed.has(name) ? '✗ 未通过' : '✓ 通过'}  ${name}（${seconds} 秒）`
}

/** One step after another. @param {Step[]} lane @param {(step: Step, end: string) => void} ended @param {(step: Step) => void} begins */
async function drive(lane, begins, ended) {
  for (const step of lane) {
    begins(step)
    ended(step, await take(step))
  }
}

const begins = (/** @type {Step} */ { name }) => console.log(`\n== ${name} ==`)

/** @param {Step} step @param {string} end */
function ended({ name }, end) {
  const said = [...(held.get(name) ?? []), failed.get(name) ?? ''].join('').trimEnd()
  if (said) say(said)
  summary.push(end)
  console.log(end)
}

for (const [first = [], ...others] of rows) {
  for (const step of others.flat()) held.set(step.name, [])
  const shown = drive(first, begins, ended)
  const ends = others.map(async (lane) => {
    /** @type {[Step, string][]} */
    const kept = []
    await drive(
      lane,
      () => undefined,
      (...end) => kept.push(end),
    )
    return kept
  })
  await shown
  for (const [step, end] of (await Promise.all(ends)).flat()) {
    begins(step)
    ended(step, end)
  }
}

const steps = rows.flat(2)
console.log(`\n== 汇总 ==\n${summary.join('\n')}`)
for (const [name, why] of failed) console.log(`\n${name}：${why}`)
console.log(`${steps.length - failed.size} passed, ${failed.size} failed`)
process.exitCode = failed.size > 0 ? 1 : 0
