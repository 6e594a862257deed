'use server'
import { action } from '@/lib/action/action'
import { keepReason } from '@/lib/data/desk/reasons'
import { reasonSchema } from '@/lib/schemas/ruling'

export const keepAReason = action('reason.keep', reasonSchema, async (viewer, input, arrival) => {
  await keepReason(viewer, input, arrival)
  return { message: input.id ? '已保存。' : '已增加。' }
})
