'use server'
import { action, type Done } from '@/lib/action/action'
import * as adoptions from '@/lib/data/adoptions/adoptions'
import * as joint from '@/lib/data/adoptions/joint'
import * as instructions from '@/lib/data/items/instructions'
import * as items from '@/lib/data/items/items'
import * as rulings from '@/lib/data/items/rulings'
import { jointSchema, revokeSchema } from '@/lib/schemas/adoptions'
import {
  duplicateSchema,
  feedbackSchema,
  instructionSchema,
  notUsedSchema,
  reinstateSchema,
  revokeInstructionSchema,
  sendBackSchema,
} from '@/lib/schemas/items'

// None of these names a place to go: the page itself comes back with the sentence, with or without scripts.

export const revokeAdoption = action('item.revoke', revokeSchema, async (viewer, input, arrival) => {
  await adoptions.revokeAdoption(viewer, input, arrival)
  return { message: '已撤销，原因记入办理记录。' }
})

export const nameJoint = action('item.join', jointSchema, async (viewer, input, arrival) => {
  const { units } = await joint.nameJoint(viewer, input, arrival)
  return { message: units.length > 0 ? `合报单位：${units.join('、')}。` : '已改为由报送单位单独报送。' }
})

export const sendBack = action('item.send_back', sendBackSchema, async (viewer, input, arrival) => {
  await items.sendBack(viewer, input, arrival)
  return { message: '已退回，报送单位会看到退回原因。' }
})

export const ruleNotUsed = action(
  'item.not_used',
  notUsedSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const { version } = await rulings.ruleNotUsed(viewer, input, arrival)
    return { message: '已定为未采用，报送单位会看到原因；仍计入报送条数。', data: { version } }
  },
)

export const ruleDuplicate = action(
  'item.duplicate',
  duplicateSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const { version } = await rulings.ruleDuplicate(viewer, input, arrival)
    return { message: '已定为重复，报送单位会看到原因；不再计入报送条数。', data: { version } }
  },
)

export const reinstate = action(
  'item.reinstate',
  reinstateSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const { version } = await rulings.reinstate(viewer, input, arrival)
    return { message: '已恢复为已接收。', data: { version } }
  },
)

export const recordInstruction = action('instruction.record', instructionSchema, async (viewer, input, arrival) => {
  await instructions.recordInstruction(viewer, input, arrival)
  return { message: '批示已登记。' }
})

export const giveFeedback = action('instruction.record', feedbackSchema, async (viewer, input, arrival) => {
  await instructions.giveFeedback(viewer, input, arrival)
  return { message: '反馈已登记。' }
})

export const revokeInstruction = action(
  'instruction.record',
  revokeInstructionSchema,
  async (viewer, input, arrival) => {
    await instructions.revokeInstruction(viewer, input, arrival)
    return { message: '批示已撤销，原因记入办理过程。' }
  },
)
