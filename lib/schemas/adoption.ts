import { z } from 'zod'
import { KINDS, type Kind } from '@/lib/domain/kinds'
import { id, pastDay, typed } from './fields'

const kinds = KINDS.map((k) => k.kind) as [Kind, ...Kind[]]

/** One adoption of an item. */
export const gradeSchema = z.object({
  id,
  kind: z.enum(kinds, { error: '请选择采用类别。' }),
  adoptedOn: pastDay('采用日期'),
  publication: typed('刊物', { max: 60, required: false }),
  issueNo: typed('期号', { max: 30, required: false }),
})

export const revokeSchema = z.object({ adoptionId: id, reason: typed('撤销原因', { max: 200, line: false }) })

export type GradeInput = z.output<typeof gradeSchema>
export type RevokeInput = z.output<typeof revokeSchema>
