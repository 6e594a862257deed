'use server'
import { action } from '@/lib/action/action'
import { endSessionOf } from '@/lib/data/people/sessions'
import { sessionSchema } from '@/lib/schemas/account'

export const endSession = action('session.end', sessionSchema, async (viewer, input, arrival) => {
  await endSessionOf(viewer, input, arrival)
  return { message: '已结束，对方的下一次操作须重新登录。' }
})
