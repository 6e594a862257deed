'use server'
import { action } from '@/lib/action/action'
import * as sessions from '@/lib/data/people/sessions'
import { sessionSchema } from '@/lib/schemas/people'

export const endSession = action('session.end', sessionSchema, async (viewer, input, arrival) => {
  await sessions.endSession(viewer, input, arrival)
  return { message: '已结束，对方的下一次操作须重新登录。' }
})
