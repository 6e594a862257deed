import { z } from 'zod'
import { BODY_MAX, ITEM_TYPES, TITLE_MAX } from '@/lib/domain/item'
import { id, pastDay, typed } from './fields'

const types = Object.keys(ITEM_TYPES) as [keyof typeof ITEM_TYPES, ...(keyof typeof ITEM_TYPES)[]]
const version = z.coerce.number({ error: '页面已过期，请刷新后再提交。' }).int('页面已过期，请刷新后再提交。').min(0)

/** The commission that an item answers; '' for none, absent where the form does not ask. */
const commission = z.union([id, z.literal('')]).optional()

/** An item on its way to the office: complete. */
export const submitSchema = z.object({
  id,
  version,
  title: typed('标题', { max: TITLE_MAX, classifiable: true }),
  body: typed('正文', { max: BODY_MAX, classifiable: true, line: false }),
  type: z.enum(types, { error: '请选择信息类型。' }),
  eventDay: pastDay('事件日期'),
  author: typed('撰稿人', { max: 50 }),
  phone: typed('联系电话', { max: 30 }).refine(
    (s) => s === '' || /^[0-9+\-—（）() 转]{5,30}$/.test(s),
    '联系电话只能用数字、空格和“-”填写，例如 028-26110000。',
  ),
  signer: typed('签发人', { max: 50 }),
  unclassified: z.literal('yes', { error: '请确认本信息不涉及国家秘密、工作秘密。' }),
  commission,
})

/** A draft: as far as it goes, but never with a classification marking in it. */
export const saveSchema = z.object({
  id,
  version,
  title: typed('标题', { max: TITLE_MAX, required: false, classifiable: true }),
  body: typed('正文', { max: BODY_MAX, required: false, classifiable: true, line: false }),
  type: z.union([z.enum(types), z.literal('')], { error: '请选择信息类型。' }).default(''),
  eventDay: pastDay('事件日期', false),
  author: typed('撰稿人', { max: 50, required: false }),
  phone: typed('联系电话', { max: 30, required: false }),
  signer: typed('签发人', { max: 50, required: false }),
  unclassified: z.union([z.literal('yes'), z.literal('')]).default(''),
  commission,
})

export const withdrawSchema = z.object({ id, version })

/** A code of the office's own, the reason in words, or both. */
export const sendBackSchema = z
  .object({
    id,
    version,
    reasonId: z.union([id, z.literal('')]).default(''),
    reason: typed('退回原因', { max: 500, required: false, line: false }),
  })
  .refine((f) => f.reasonId !== '' || f.reason !== '', { path: ['reason'], message: '请填写退回原因。' })

export type SubmitInput = z.output<typeof submitSchema>
export type SaveInput = z.output<typeof saveSchema>
export type ItemFields = z.input<typeof submitSchema>
