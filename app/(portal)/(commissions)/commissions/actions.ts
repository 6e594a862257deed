'use server'
import { action } from '@/lib/action/action'
import { askCommission, closeCommission } from '@/lib/data/commissions/commissions'
import { writeFocus } from '@/lib/data/commissions/focuses'
import { weekInWords } from '@/lib/domain/time/week'
import { askSchema, closeSchema, focusSchema } from '@/lib/schemas/commission'

export const askForItems = action('commission.ask', askSchema, async (viewer, input, arrival) => {
  const { id } = await askCommission(viewer, input, arrival)
  return { message: '约稿已发出', to: `/commissions/${id}` }
})

export const endCommission = action('commission.ask', closeSchema, async (viewer, input, arrival) => {
  await closeCommission(viewer, input, arrival)
  return { message: '约稿已结束。' }
})

export const publishFocus = action('focus.write', focusSchema, async (viewer, input, arrival) => {
  const { week } = await writeFocus(viewer, input, arrival)
  return { message: `已发布${weekInWords(week)}的报送重点。` }
})
