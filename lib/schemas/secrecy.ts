import { z } from 'zod'
import { id, idOrNone, typed } from './base'
import { ownPassword } from './people'

const reason = typed('原因', { max: 200, line: false })

export const isolateSchema = z.object({ itemId: id, attachmentId: idOrNone, reason, current: ownPassword })
export const liftSchema = z.object({ id, reason, current: ownPassword })
export const purgeSchema = z.object({
  id,
  instruction: typed('保密办的要求', { max: 200, line: false }),
  seen: z.literal('yes', { error: '请先核对列出的存放处。' }),
  current: ownPassword,
})

export type IsolateInput = z.output<typeof isolateSchema>
export type LiftInput = z.output<typeof liftSchema>
export type PurgeInput = z.output<typeof purgeSchema>
