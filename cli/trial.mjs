import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { main, root, runNode, SetupError } from './setup/run.mjs'
import { vitest } from './setup/vitest.mjs'

/**
 * `npm run trial`: what takes too long for every `npm test`, or must look elsewhere each time. `SEED` repeats a trial; goals that
 * are named (`npm run trial -- tampering files`) are tried alone.
 */
const seed = Number(process.env.SEED || randomInt(2 ** 31))

/** @type {{ key: string, name: string, work: () => Promise<unknown> }[]} */
const goals = [
  {
    key: 'properties',
    name: `性质检验（种子 ${seed}，十倍次数）`,
    work: () => vitest([...properties(), '--testTimeout=1800000'], { YANXIN_TRIAL: String(seed) }),
  },
  {
    key: 'tampering',
    name: '篡改检验（十二类各一百处，另加二百次未篡改）',
    work: () => vitest(['lib/data/office/tampering.test.ts', '--testTimeout=3600000'], { YANXIN_TRIAL: String(seed) }),
  },
  { key: 'markings', name: '密级标志：每个表单的每一栏、附件的每一处', work: () => against('cli/trial/marked.ts') },
  {
    key: 'checking',
    name: '核对的检出率（二十个办公室、二十九种写法，文本、Word、CSV、PDF）',
    work: () =>
      vitest(['lib/domain/checking/trial', 'lib/files/notices/forms.test.ts', '--testTimeout=3600000'], {
        YANXIN_TRIAL: String(seed),
      }),
  },
  { key: 'files', name: '特制文件、被强行结束的服务', work: () => against('cli/trial/files.ts') },
  { key: 'hands', name: '入口、来源、暗记、两人同时、频次、登录', work: () => against('cli/trial/hands.ts') },
  {
    key: 'accidents',
    name: '时间跳变、数据库被占用、被移走、强行结束、磁盘已满',
    work: () => against('cli/trial/accidents.ts'),
  },
]

/** Tries the built product as it is served. @param {string} script */
async function against(script) {
  await ensureBuilt()
  const { code } = await runNode(['--conditions=react-server', '--import', 'tsx', script])
  if (code !== 0) throw new SetupError('见上列各行')
}

/** The tests that say what holds of anything at all. */
function properties() {
  const tests = ['lib', 'cli', 'db', 'components'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.test\.tsx?$/.test(path))
      .map((path) => `${folder}/${path}`),
  )
  return tests.filter((path) => readFileSync(join(root, path), 'utf8').includes("from 'fast-check'"))
}

await main(async () => {
  const named = process.argv.slice(2)
  const unknown = named.filter((one) => !goals.some(({ key }) => key === one))
  if (unknown.length > 0)
    throw new SetupError(`没有这样的检验：${unknown.join('、')}。可选：${goals.map(({ key }) => key).join('、')}`)
  await ensureInstalled()
  const missed = []
  for (const { key, name, work } of goals) {
    if (named.length > 0 && !named.includes(key)) continue
    console.log(`\n== ${name} ==`)
    try {
      await work()
      console.log(`✓ 达到  ${name}`)
    } catch (error) {
      if (!(error instanceof SetupError)) throw error
      missed.push(`✗ 未达到  ${name}：${error.message}`)
      console.log(missed.at(-1))
    }
  }
  if (missed.length > 0)
    throw new SetupError(
      `\n${missed.join('\n')}\n重复这次检验：SEED=${seed} npm run trial${named.length > 0 ? ` -- ${named.join(' ')}` : ''}`,
    )
})
