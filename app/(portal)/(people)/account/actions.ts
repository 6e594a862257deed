'use server'
import { action, type Done } from '@/lib/action/action'
import * as factors from '@/lib/data/people/factors'
import * as sessions from '@/lib/data/people/own-sessions'
import { codeSchema, ownPasswordSchema, sessionSchema } from '@/lib/schemas/people'

export const endOwnSession = action('session.end_own', sessionSchema, async (viewer, input, arrival) => {
  await sessions.endOwnSession(viewer, input, arrival)
  return { message: '已结束，该处的下一次操作须重新登录。' }
})

export const beginFactor = action('factor.keep', ownPasswordSchema, async (viewer, input, arrival) => {
  await factors.beginFactor(viewer, input, arrival)
  return { message: '请用手机扫描二维码。', to: '/account/code' }
})

// It names no place to go: a redirect would lose the recovery codes, which are shown once.
export const confirmFactor = action(
  'factor.keep',
  codeSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const codes = await factors.confirmFactor(viewer, input, arrival)
    return { message: '动态码已启用，下次登录时使用。', data: codes }
  },
)

export const dropOwnFactor = action('factor.keep', ownPasswordSchema, async (viewer, input, arrival) => {
  await factors.dropOwnFactor(viewer, input, arrival)
  return { message: '动态码已停用。', to: '/account/code' }
})
