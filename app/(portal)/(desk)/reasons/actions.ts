'use server'
import { action } from '@/lib/action/action'
import * as reasons from '@/lib/data/desk/reasons'
import { reasonSchema } from '@/lib/schemas/desk'

export const keepReason = action('reason.keep', reasonSchema, async (viewer, input, arrival) => {
  await reasons.keepReason(viewer, input, arrival)
  return { message: input.id ? '已保存。' : '已增加。' }
})
