import { migrate } from '@/db/migrate'
import { operator } from '@/lib/auth/viewer'
import { accounts, addAccount } from '@/lib/data/people/accounts'
import { renewSamplePasswords } from '@/lib/data/people/passwords'
import { demoState, isInUse, markDemo, noteDemoYear } from '@/lib/data/transfer/demo'
import { importFiles } from '@/lib/data/transfer/import'
import { Fault } from '@/lib/domain/base/fault'
import { type AccountRole, ROLES } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import type { Command } from '../shell/command'
import { progressOn } from '../shell/progress'

const PASSWORD = 'Yanxin-Sample-2020'

type Sample = {
  login: string
  name: string
  role: AccountRole
  unit?: string
  mayRelease?: true
  mayIssue?: true
}

const SAMPLES: readonly Sample[] = [
  { login: 'czj', name: '样例经办员（区财政局）', role: 'clerk', unit: '区财政局' },
  { login: 'czj-fg', name: '样例分管负责同志（区财政局）', role: 'signer', unit: '区财政局' },
  { login: 'zhz', name: '样例经办员（中和镇）', role: 'clerk', unit: '中和镇' },
  { login: 'dfz', name: '样例经办员（东峰镇）', role: 'clerk', unit: '东峰镇' },
  { login: 'bianji', name: '样例编辑', role: 'editor' },
  { login: 'shenhe', name: '样例编辑（可发布、印发）', role: 'editor', mayRelease: true, mayIssue: true },
  { login: 'lingdao', name: '样例领导', role: 'reader' },
  { login: 'xitong', name: '样例系统管理员', role: 'system_admin' },
  { login: 'anquan', name: '样例安全管理员', role: 'security_admin' },
  { login: 'shenji', name: '样例审计管理员', role: 'audit_admin' },
]

export const demoLoadCommand: Command = {
  name: 'demo-load',
  usage: '',
  summary: '载入样例数据和样例账号（只用于演示）',
  help: '由 npm run demo 使用，须设 YANXIN_DEMO=1；有账号或信息的正式数据库不会被改动。',
  words: [0, 0],
  database: 'any',
  async run(_words, _values, shell) {
    if (process.env.YANXIN_DEMO !== '1') throw new Fault('forbidden', '样例数据只用于演示，请用 npm run demo。')
    await migrate()
    const now = shell.now()
    await claim(now)
    await load(now)
    await ensureAccounts(now)
    const list = SAMPLES.map(({ login, role, unit }) => ({
      login,
      password: PASSWORD,
      role: ROLES[role],
      unit: unit ?? null,
    }))
    shell.out(`${JSON.stringify({ accounts: list })}\n`)
    return 0
  },
}

/** Marked before anything is loaded, so that a run cut short is taken up by the next one. */
async function claim(now: number): Promise<void> {
  if ((await demoState(operator())).marked) return
  if (await isInUse(operator())) throw new Fault('conflict', '数据库中已有账号或信息，不能载入样例。')
  await markDemo(operator(), now)
}

/** The whole sample once; in a later year only what is asked of the units in that year. */
async function load(now: number): Promise<void> {
  const year = Number(dayOfInstant(now).slice(0, 4))
  const loaded = (await demoState(operator())).year
  if (loaded === year) return
  const { sample } = await import('../sample/generate')
  const wanted = (name: string) => loaded === null || ['rules.csv', 'targets.csv'].includes(name)
  const files = Object.entries(sample(year))
    .filter(([name]) => wanted(name))
    .map(([name, content]) => ({ name, bytes: new TextEncoder().encode(content) }))
  const bar = progressOn(process.stderr)
  try {
    await importFiles(operator(), files, { now, progress: bar.update })
  } finally {
    bar.end()
  }
  await noteDemoYear(operator(), year, now)
}

async function ensureAccounts(now: number): Promise<void> {
  const there = new Set((await accounts(operator())).map(({ login }) => login))
  for (const { mayRelease, mayIssue, unit = '', ...who } of SAMPLES) {
    if (there.has(who.login)) continue
    const input = { ...who, unit, mayRelease: mayRelease ? 'yes' : '', mayIssue: mayIssue ? 'yes' : '' } as const
    await addAccount(operator(), input, { at: now, key: null }, { password: PASSWORD, mustChange: false })
  }
  await renewSamplePasswords(
    operator(),
    SAMPLES.map(({ login }) => login),
    now,
  )
}
