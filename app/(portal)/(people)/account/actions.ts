'use server'
import { action } from '@/lib/action/action'
import * as sessions from '@/lib/data/people/own-sessions'
import { sessionSchema } from '@/lib/schemas/people'

export const endOwnSession = action('session.end_own', sessionSchema, async (viewer, input, arrival) => {
  await sessions.endOwnSession(viewer, input, arrival)
  return { message: '已结束，该处的下一次操作须重新登录。' }
})
