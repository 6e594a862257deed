'use server'
import { action } from '@/lib/action/action'
import * as commissions from '@/lib/data/commissions/commissions'
import * as focuses from '@/lib/data/commissions/focuses'
import { weekInWords } from '@/lib/domain/time/week'
import { askSchema, closeSchema, focusSchema } from '@/lib/schemas/commissions'

export const askCommission = action('commission.ask', askSchema, async (viewer, input, arrival) => {
  const { id } = await commissions.askCommission(viewer, input, arrival)
  return { message: '约稿已发出', to: `/commissions/${id}` }
})

export const closeCommission = action('commission.ask', closeSchema, async (viewer, input, arrival) => {
  await commissions.closeCommission(viewer, input, arrival)
  return { message: '约稿已结束。' }
})

export const writeFocus = action('focus.write', focusSchema, async (viewer, input, arrival) => {
  const { week } = await focuses.writeFocus(viewer, input, arrival)
  return { message: `已发布${weekInWords(week)}的报送重点。` }
})
