import { z } from 'zod'
import { INSTRUCTION_LEVELS, type InstructionLevel } from '@/lib/domain/items/instruction'
import { isDay } from '@/lib/domain/time/quarter'
import { id, pastDay, typed } from './fields'

const levels = Object.keys(INSTRUCTION_LEVELS) as [InstructionLevel, ...InstructionLevel[]]

/** 批示: who, when, the text, and by when feedback is due (may be empty). */
export const instructionSchema = z.object({
  id,
  level: z.enum(levels, { error: '请选择批示领导的层级。' }),
  givenOn: pastDay('批示日期'),
  words: typed('批示内容', { max: 500, line: false, classifiable: true }),
  feedbackDue: z
    .string()
    .default('')
    .refine((day) => day === '' || isDay(day), '反馈期限不是有效日期。'),
})

export const feedbackSchema = z.object({
  instructionId: id,
  feedbackOn: pastDay('反馈日期'),
  feedback: typed('反馈情况', { max: 1000, line: false, classifiable: true }),
})

export const revokeInstructionSchema = z.object({
  instructionId: id,
  reason: typed('撤销原因', { max: 200, line: false }),
})

export type InstructionInput = z.output<typeof instructionSchema>
export type FeedbackInput = z.output<typeof feedbackSchema>
export type RevokeInstructionInput = z.output<typeof revokeInstructionSchema>
