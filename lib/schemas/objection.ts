import { z } from 'zod'
import { OWN_FIGURES } from '@/lib/domain/notices/own-figure'
import { isDay, isQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { id, typed } from './fields'

const quarter = z
  .string()
  .refine(isQuarter, '季度无效，请刷新页面。')
  .transform((q) => q as Quarter)

/** The window closes at 18:00 of its last day. */
export const windowSchema = z.object({ quarter, until: z.string().refine(isDay, '截止日期不是有效日期。') })

export const raiseSchema = z.object({
  quarter,
  figure: z.enum(OWN_FIGURES, { error: '请选择有异议的数据。' }),
  said: typed('异议内容', { max: 500, line: false, classifiable: true }),
})

export const answerSchema = z.object({
  id,
  outcome: z.enum(['kept', 'changed'], { error: '请选择处理结果。' }),
  answer: typed('答复', { max: 500, line: false, classifiable: true }),
})

export type WindowInput = z.output<typeof windowSchema>
export type RaiseInput = z.output<typeof raiseSchema>
export type AnswerInput = z.output<typeof answerSchema>
