import { operator } from '@/lib/auth/viewer'
import { accountCount, accounts, addAccount } from '@/lib/data/people/accounts'
import { resetPassword } from '@/lib/data/people/passwords'
import type { Slip } from '@/lib/data/people/slip'
import { Fault } from '@/lib/domain/base/fault'
import { ACCOUNT_ROLES, ROLES, UNIT_ROLES } from '@/lib/domain/people/policy'
import { addAccountSchema } from '@/lib/schemas/people'
import { type Command, type Options, type Shell, UsageError } from '../shell/command'

const roles = ACCOUNT_ROLES.map((role) => [role, ROLES[role]] as const)

export const accountCommand: Command = {
  name: 'account',
  usage: 'add|count|reset …',
  summary: '建立管理员账号、查账号数、申请账号和重置密码',
  help: `account add --login 登录名 --name 姓名 --role 角色 [--unit 单位] [--release] [--issue]
  尚无系统、安全或审计管理员的，建立该管理员的账号，打印登录名和初始密码；首次登录须修改密码。
  其他账号只提出申请，由安全管理员（关于安全管理员的由审计管理员）在“账号”页同意并交付初始密码。
  角色：${roles.map(([role, word]) => `${role}（${word}）`).join('、')}
  ${UNIT_ROLES.map((role) => ROLES[role]).join('、')}须指定所属单位；--release（发布权）、--issue（印发权）只用于编辑。
account count
  打印账号数。
account reset 登录名
  提出重置密码的申请，由安全管理员（关于安全管理员的由审计管理员）在“账号”页同意并交付新的初始密码。`,
  words: [1, 2],
  options: {
    login: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    unit: { type: 'string' },
    release: { type: 'boolean' },
    issue: { type: 'boolean' },
  },
  database: 'ready',
  async run([what = '', login, ...none], values, shell) {
    const act = Object.hasOwn(ACTS, what) ? ACTS[what] : undefined
    if (!act) throw new UsageError(`没有“account ${what}”；可用 add、count、reset。`)
    if (none.length || (login !== undefined) !== (what === 'reset')) {
      throw new UsageError(what === 'reset' ? '用法：account reset 登录名' : `“account ${what}”之后不应有“${login}”。`)
    }
    await act(values, shell, login ?? '')
    return 0
  },
}

const ACTS: Record<string, (values: Options, shell: Shell, login: string) => Promise<void>> = {
  async add(values, shell) {
    const { role = '' } = values
    const parsed = addAccountSchema.safeParse({
      login: values.login ?? '',
      name: values.name ?? '',
      role: roles.find(([, word]) => word === role)?.[0] ?? role,
      unit: values.unit ?? '',
      mayRelease: values.release ? 'yes' : '',
      mayIssue: values.issue ? 'yes' : '',
    })
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => [
        issue.path.join('.'),
        `--${issue.path.join('.')}：${issue.message}`,
      ])
      throw new Fault('invalid', '账号资料不全。', Object.fromEntries(fields))
    }
    tell(shell, await addAccount(operator(), parsed.data, { at: shell.now(), key: null }))
  },

  async count(_values, shell) {
    shell.out(`${await accountCount(operator())}\n`)
  },

  async reset(_values, shell, login) {
    const account = (await accounts(operator())).find((a) => a.login === login.trim().toLowerCase())
    if (!account) throw new Fault('not_found', `没有登录名为“${login}”的账号。`)
    tell(shell, await resetPassword(operator(), { id: account.id, current: '' }, { at: shell.now(), key: null }))
  },
}

function tell(shell: Shell, { login, password }: Slip): void {
  if (password !== null) shell.out(`登录名：${login}\n初始密码：${password}\n`)
  else shell.out(`已提出关于“${login}”的申请，待另一名管理员在“账号”页决定；决定之前账号没有变动。\n`)
}
