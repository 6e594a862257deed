import { z } from 'zod'
import { REASON_VERBS, type ReasonVerb } from '@/lib/domain/desk/reason'
import { id, typed } from './fields'

const version = z.coerce.number({ error: '页面已过期，请刷新后再提交。' }).int('页面已过期，请刷新后再提交。').min(0)
const reasonId = z.union([id, z.literal('')]).default('')
const sentence = typed('说明', { max: 300, required: false, line: false, classifiable: true }).default('')

/** 未采用: a code, a sentence, or both. */
export const notUsedSchema = z
  .object({ id, version, reasonId, reason: sentence })
  .refine((f) => f.reasonId !== '' || f.reason !== '', {
    path: ['reasonId'],
    message: '请选择原因，或者写一句说明。',
  })

/** 重复: the number of the other item, or the address of its page. */
export const duplicateSchema = z.object({
  id,
  version,
  of: typed('所重复信息的编号', { max: 300 }),
  reasonId,
  reason: sentence,
})

export const reinstateSchema = z.object({ id, version, reason: sentence })

const verbs = Object.keys(REASON_VERBS) as [ReasonVerb, ...ReasonVerb[]]

/** One code of the office's own, new or to be changed. */
export const reasonSchema = z.object({
  id: z.union([id, z.literal('')]).default(''),
  verb: z.enum(verbs, { error: '请选择用于哪种办理。' }),
  words: typed('原因', { max: 40, classifiable: true }),
  position: z.coerce
    .number({ error: '顺序请填 1 至 99 的整数。' })
    .int('顺序请填 1 至 99 的整数。')
    .min(1, '顺序请填 1 至 99 的整数。')
    .max(99, '顺序请填 1 至 99 的整数。'),
  retired: z.union([z.literal('yes'), z.literal('')]).default(''),
})

export type NotUsedInput = z.output<typeof notUsedSchema>
export type DuplicateInput = z.output<typeof duplicateSchema>
export type ReinstateInput = z.output<typeof reinstateSchema>
export type ReasonInput = z.output<typeof reasonSchema>
