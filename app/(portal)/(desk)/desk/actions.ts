'use server'
import { action, type Done } from '@/lib/action/action'
import { revoke } from '@/lib/data/adoptions/adoptions'
import { nameJoint } from '@/lib/data/adoptions/joint'
import { giveFeedback, recordInstruction, revokeInstruction } from '@/lib/data/items/instructions'
import { sendBack } from '@/lib/data/items/items'
import { reinstate, ruleDuplicate, ruleNotUsed } from '@/lib/data/items/rulings'
import { revokeSchema } from '@/lib/schemas/adoption'
import { feedbackSchema, instructionSchema, revokeInstructionSchema } from '@/lib/schemas/instruction'
import { sendBackSchema } from '@/lib/schemas/item'
import { jointSchema } from '@/lib/schemas/joint'
import { duplicateSchema, notUsedSchema, reinstateSchema } from '@/lib/schemas/ruling'

// None of these names a place to go: the page itself comes back with the sentence, with or without scripts.

export const revokeAdoption = action('item.revoke', revokeSchema, async (viewer, input, arrival) => {
  await revoke(viewer, input, arrival)
  return { message: '已撤销，原因记入办理记录。' }
})

export const nameJointUnits = action('item.join', jointSchema, async (viewer, input, arrival) => {
  const { units } = await nameJoint(viewer, input, arrival)
  return { message: units.length > 0 ? `合报单位：${units.join('、')}。` : '已改为由报送单位单独报送。' }
})

export const sendBackItem = action('item.send_back', sendBackSchema, async (viewer, input, arrival) => {
  await sendBack(viewer, input, arrival)
  return { message: '已退回，报送单位会看到退回原因。' }
})

export const ruleItemNotUsed = action(
  'item.not_used',
  notUsedSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const { version } = await ruleNotUsed(viewer, input, arrival)
    return { message: '已定为未采用，报送单位会看到原因；仍计入报送条数。', data: { version } }
  },
)

export const ruleItemDuplicate = action(
  'item.duplicate',
  duplicateSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const { version } = await ruleDuplicate(viewer, input, arrival)
    return { message: '已定为重复，报送单位会看到原因；不再计入报送条数。', data: { version } }
  },
)

export const reinstateItem = action(
  'item.reinstate',
  reinstateSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const { version } = await reinstate(viewer, input, arrival)
    return { message: '已恢复为已接收。', data: { version } }
  },
)

export const instructItem = action('instruction.record', instructionSchema, async (viewer, input, arrival) => {
  await recordInstruction(viewer, input, arrival)
  return { message: '批示已登记。' }
})

export const recordFeedback = action('instruction.record', feedbackSchema, async (viewer, input, arrival) => {
  await giveFeedback(viewer, input, arrival)
  return { message: '反馈已登记。' }
})

export const revokeAnInstruction = action(
  'instruction.record',
  revokeInstructionSchema,
  async (viewer, input, arrival) => {
    await revokeInstruction(viewer, input, arrival)
    return { message: '批示已撤销，原因记入办理过程。' }
  },
)
