import { z } from 'zod'
import { attachmentFault, baseName, togetherFault } from '@/lib/domain/attachments/attachment'
import { removedIn } from '@/lib/domain/attachments/removal'
import { narrow } from '@/lib/domain/base/text'
import { INSTRUCTION_LEVELS } from '@/lib/domain/items/instruction'
import { BODY_MAX, ITEM_TYPES, TITLE_MAX } from '@/lib/domain/items/item'
import { isDay } from '@/lib/domain/time/quarter'
import { fileList, id, idOrNone, keyOf, pastDay, typed, version, yes } from './base'

/** The commission that an item answers; '' for none, absent where the form does not ask. */
const commission = z.union([id, z.literal('')]).optional()

/** Attachments to be taken out, by their ids. */
const removed = z.array(id).max(50).optional()

/** An item on its way to the office: complete. */
export const submitSchema = z.object({
  id,
  version,
  title: typed('标题', { max: TITLE_MAX }),
  body: typed('正文', { max: BODY_MAX, line: false }),
  type: keyOf(ITEM_TYPES, '请选择信息类型。'),
  eventDay: pastDay('事件日期'),
  author: typed('撰稿人', { max: 50 }),
  phone: typed('联系电话', { max: 30 })
    .transform(narrow)
    .refine(
      (s) => s === '' || /^[0-9+\-—（）() 转]{5,30}$/.test(s),
      '联系电话只能用数字、空格和“-”填写，例如 028-26110000。',
    ),
  signer: typed('签发人', { max: 50 }),
  unclassified: z.literal('yes', { error: '请确认本信息不涉及国家秘密、工作秘密。' }),
  commission,
  removed,
  /** Why what was sent back is sent again as it was; asked only then. */
  unchanged: typed('未作修改的理由', { max: 200, required: false, line: false }).optional(),
})

/** A draft: as far as it goes, but never with a classification marking in it. */
export const saveSchema = z.object({
  id,
  version,
  title: typed('标题', { max: TITLE_MAX, required: false }),
  body: typed('正文', { max: BODY_MAX, required: false, line: false }),
  type: z.union([keyOf(ITEM_TYPES), z.literal('')], { error: '请选择信息类型。' }).default(''),
  eventDay: pastDay('事件日期', false),
  author: typed('撰稿人', { max: 50, required: false }),
  phone: typed('联系电话', { max: 30, required: false }),
  signer: typed('签发人', { max: 50, required: false }),
  unclassified: yes,
  commission,
  removed,
})

const attachments = fileList('请重新选择附件。')
  .optional()
  .default([])
  .superRefine((files, context) => {
    const faults = files.map(({ name, size }) => attachmentFault({ name: baseName(name), size }))
    const fault = faults.find((one) => one !== null) ?? togetherFault(files)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })

const withRemoved = (raw: unknown) => {
  if (typeof raw !== 'object' || raw === null) return raw
  const ids = removedIn(raw as Record<string, unknown>)
  return ids.length > 0 ? { ...raw, removed: ids } : { ...raw, removed: undefined }
}

/** The same as the form sends them: files, and a box for each attachment to be taken out. */
export const submitFormSchema = z.preprocess(withRemoved, submitSchema.extend({ attachments }))
export const saveFormSchema = z.preprocess(withRemoved, saveSchema.extend({ attachments }))

export const withdrawSchema = z.object({ id, version })

/** A code of the office's own, the reason in words, or both. */
export const sendBackSchema = z
  .object({
    id,
    version,
    reasonId: idOrNone,
    reason: typed('退回原因', { max: 500, required: false, line: false }),
  })
  .refine((f) => f.reasonId !== '' || f.reason !== '', { path: ['reason'], message: '请填写退回原因。' })

export type ItemFields = z.input<typeof submitSchema>

/** 批示: who, when, the text, and by when feedback is due (may be empty). */
export const instructionSchema = z.object({
  id,
  level: keyOf(INSTRUCTION_LEVELS, '请选择批示领导的层级。'),
  givenOn: pastDay('批示日期'),
  words: typed('批示内容', { max: 500, line: false }),
  feedbackDue: z
    .string()
    .default('')
    .overwrite(narrow)
    .refine((day) => day === '' || isDay(day), '反馈期限不是有效日期。'),
})

export const feedbackSchema = z.object({
  instructionId: id,
  feedbackOn: pastDay('反馈日期'),
  feedback: typed('反馈情况', { max: 1000, line: false }),
})

export const revokeInstructionSchema = z.object({
  instructionId: id,
  reason: typed('撤销原因', { max: 200, line: false }),
})

const sentence = typed('说明', { max: 300, required: false, line: false }).default('')

/** 未采用: a code, a sentence, or both. */
export const notUsedSchema = z
  .object({ id, version, reasonId: idOrNone, reason: sentence })
  .refine((f) => f.reasonId !== '' || f.reason !== '', {
    path: ['reasonId'],
    message: '请选择原因，或者写一句说明。',
  })

/** 重复: the number of the other item, or the address of its page. */
export const duplicateSchema = z.object({
  id,
  version,
  of: typed('所重复信息的编号', { max: 300 }),
  reasonId: idOrNone,
  reason: sentence,
})

export const reinstateSchema = z.object({ id, version, reason: sentence })

export type SubmitInput = z.output<typeof submitSchema>
export type SaveInput = z.output<typeof saveSchema>
export type InstructionInput = z.output<typeof instructionSchema>
export type FeedbackInput = z.output<typeof feedbackSchema>
export type RevokeInstructionInput = z.output<typeof revokeInstructionSchema>
export type NotUsedInput = z.output<typeof notUsedSchema>
export type DuplicateInput = z.output<typeof duplicateSchema>
export type ReinstateInput = z.output<typeof reinstateSchema>
