import { z } from 'zod'
import { isCategoryKey } from '@/lib/domain/office/category'
import { isDay } from '@/lib/domain/time/quarter'
import { mondayOf } from '@/lib/domain/time/week'
import { id, ticked, typed } from './base'

/** 约稿. Units are ticked one by one ("unit-" and the id of each) or as a whole category ("all-" and its key). */
export const askSchema = z
  .looseObject({
    topic: typed('约稿主题', { max: 60 }),
    words: typed('约稿要求', { max: 2000, line: false }),
    day: z.string({ error: '请填写截止日期。' }).refine(isDay, '请填写截止日期。'),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '截止时间请按“18:00”的格式填写。'),
  })
  .transform(({ topic, words, day, time, ...given }) => ({
    topic,
    words,
    day,
    time,
    units: ticked(given, 'unit-'),
    categories: ticked(given, 'all-').filter(isCategoryKey),
  }))

export const closeSchema = z.object({ id })

/** 报送重点 of one week, named by its Monday. */
export const focusSchema = z.object({
  week: z.string().refine((day) => isDay(day) && mondayOf(day) === day, '请选择一周。'),
  words: typed('报送重点', { max: 2000, line: false }),
})

export type AskInput = z.output<typeof askSchema>
export type CloseInput = z.output<typeof closeSchema>
export type FocusInput = z.output<typeof focusSchema>
