'use server'
import { action, type Done } from '@/lib/action/action'
import * as accounts from '@/lib/data/people/accounts'
import * as passwords from '@/lib/data/people/passwords'
import { accountSchema, addAccountSchema } from '@/lib/schemas/people'

// None of these names a place to go: a redirect would lose the password that is shown once.

export const addAccount = action(
  'account.add',
  addAccountSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const { login, password } = await accounts.addAccount(viewer, input, arrival)
    return { message: `已添加账号“${login}”。`, data: { login, password } }
  },
)

export const resetPassword = action(
  'account.reset',
  accountSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const { login, password } = await passwords.resetPassword(viewer, input, arrival)
    return { message: `已重置账号“${login}”的密码，原密码失效，已有登录全部退出。`, data: { login, password } }
  },
)

export const disableAccount = action('account.disable', accountSchema, async (viewer, input, arrival) => {
  await accounts.disableAccount(viewer, input, arrival)
  return { message: '已停用，该账号的登录全部退出。' }
})

export const enableAccount = action('account.enable', accountSchema, async (viewer, input, arrival) => {
  await accounts.enableAccount(viewer, input, arrival)
  return { message: '已启用，该账号可以重新登录。' }
})
