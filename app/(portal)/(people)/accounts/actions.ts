'use server'
import { action, type Done } from '@/lib/action/action'
import * as accounts from '@/lib/data/people/accounts'
import * as factors from '@/lib/data/people/factors'
import * as passwords from '@/lib/data/people/passwords'
import * as requests from '@/lib/data/people/requests'
import type { Slip } from '@/lib/data/people/slip'
import { accountSchema, addAccountSchema, changeAccountSchema, decideSchema, resetSchema } from '@/lib/schemas/people'

// None of these names a place to go: a redirect would lose the password that is shown once.

const WAITS = '已提出申请，待另一名管理员同意；同意之前账号没有变动。'

export const addAccount = action(
  'account.add',
  addAccountSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const slip = await accounts.addAccount(viewer, input, arrival)
    return told(slip, `已添加账号“${slip.login}”。`)
  },
)

export const changeAccount = action('account.change', changeAccountSchema, async (viewer, input, arrival) => {
  const { login, waits } = await accounts.changeAccount(viewer, input, arrival)
  return { message: waits ? WAITS : `已改动账号“${login}”，即时生效。` }
})

export const resetPassword = action(
  'account.reset',
  resetSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const slip = await passwords.resetPassword(viewer, input, arrival)
    return told(slip, `已重置账号“${slip.login}”的密码，原密码失效，已有登录全部退出。`)
  },
)

export const resetFactor = action('factor.reset', resetSchema, async (viewer, input, arrival) => {
  const { login, waits } = await factors.resetFactor(viewer, input, arrival)
  return { message: waits ? WAITS : `已重置账号“${login}”的动态码，之后凭密码登录。` }
})

export const decideRequest = action(
  'account.decide',
  decideSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const slip = await requests.decideRequest(viewer, input, arrival)
    if (input.verb === 'refuse') return { message: `没有同意关于“${slip.login}”的申请，账号没有变动。` }
    const message = `已同意关于“${slip.login}”的申请，即时生效。`
    return { message, ...(slip.password !== null && { data: slip }) }
  },
)

export const withdrawRequest = action('account.withdraw', accountSchema, async (viewer, input, arrival) => {
  const { login } = await requests.withdrawRequest(viewer, input, arrival)
  return { message: `已撤回关于“${login}”的申请，账号没有变动。` }
})

export const disableAccount = action('account.disable', accountSchema, async (viewer, input, arrival) => {
  await accounts.disableAccount(viewer, input, arrival)
  return { message: '已停用，该账号的登录全部退出。' }
})

export const enableAccount = action('account.enable', accountSchema, async (viewer, input, arrival) => {
  const { waits } = await accounts.enableAccount(viewer, input, arrival)
  return { message: waits ? WAITS : '已启用，该账号可以重新登录。' }
})

function told(slip: Slip, done: string): Done<unknown> {
  return slip.password === null ? { message: WAITS } : { message: done, data: slip }
}
