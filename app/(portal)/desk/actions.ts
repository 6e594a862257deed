'use server'
import { action, type Done } from '@/lib/action/action'
import { grade, revoke } from '@/lib/data/adoptions'
import { sendBack } from '@/lib/data/items'
import { kindName } from '@/lib/domain/kinds'
import { gradeSchema, revokeSchema } from '@/lib/schemas/adoption'
import { sendBackSchema } from '@/lib/schemas/item'

// None of these names a place to go: the page itself comes back with the sentence, with or without scripts.

export const gradeItem = action('item.grade', gradeSchema, async (viewer, input, arrival): Promise<Done<unknown>> => {
  await grade(viewer, input, arrival)
  return { message: `已登记：${kindName(input.kind)}`, data: { adoptedOn: input.adoptedOn } }
})

export const revokeAdoption = action('item.revoke', revokeSchema, async (viewer, input, arrival) => {
  await revoke(viewer, input, arrival)
  return { message: '已撤销，原因记入办理记录。' }
})

export const sendBackItem = action('item.send_back', sendBackSchema, async (viewer, input, arrival) => {
  await sendBack(viewer, input, arrival)
  return { message: '已退回，报送单位会看到退回原因。' }
})
