import { z } from 'zod'
import { REASON_VERBS } from '@/lib/domain/desk/reason'
import { id, idOrNone, keyOf, typed, yes } from './base'

/** One code of the office's own, new or to be changed. */
export const reasonSchema = z.object({
  id: idOrNone,
  verb: keyOf(REASON_VERBS, '请选择用于哪种办理。'),
  words: typed('原因', { max: 40 }),
  position: z.coerce
    .number({ error: '顺序请填 1 至 99 的整数。' })
    .int('顺序请填 1 至 99 的整数。')
    .min(1, '顺序请填 1 至 99 的整数。')
    .max(99, '顺序请填 1 至 99 的整数。'),
  retired: yes,
})

/** A view to keep: its name and the filter, as it stands in the desk's address. */
export const viewSchema = z.object({
  name: typed('视图名称', { max: 16 }),
  query: typed('筛选条件', { max: 600, required: false }),
  everybody: z.literal('on').optional(),
})

export const dropViewSchema = z.object({ viewId: id })

export type ViewInput = z.output<typeof viewSchema>
export type DropViewInput = z.output<typeof dropViewSchema>
export type ReasonInput = z.output<typeof reasonSchema>
