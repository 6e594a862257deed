import { z } from 'zod'
import { findMarkings, markingMessage } from '@/lib/domain/base/secrecy'
import { countCharacters, narrow, normalizeLine, normalizeText, textFault } from '@/lib/domain/base/text'
import { dayOfInstant, isDay, isQuarter, type Quarter } from '@/lib/domain/time/quarter'

type TextOptions = { max: number; required?: boolean; line?: boolean }

/** Text that a person typed: well formed, not too long, free of classification markings. */
export function typed(label: string, { max, required = true, line = true }: TextOptions) {
  const mended = line ? normalizeLine : normalizeText
  return z
    .string({ error: `请填写${label}。` })
    .superRefine((raw, context) => {
      const say = (message: string) => context.addIssue({ code: 'custom', message })
      const text = mended(raw)
      // A form sends line ends as CR LF, so the text is judged as it will be stored.
      const fault = textFault(text)
      if (fault) return say(`${label}${fault}`)
      if (required && text === '') return say(`请填写${label}。`)
      const length = countCharacters(text)
      if (length > max) return say(`${label}最多 ${max} 字，现有 ${length} 字。`)
      if (line && /[\n\r]/.test(text)) return say(`${label}不能换行。`)
      const [marking] = findMarkings(text)
      if (marking) say(markingMessage(label, marking.marking))
    })
    .transform(mended)
}

/** A day that exists and is not later than today in Shanghai. */
export function pastDay(label: string, required = true) {
  return z
    .string({ error: `请填写${label}。` })
    .overwrite(narrow)
    .superRefine((day, context) => {
      if (day === '') {
        if (required) context.addIssue({ code: 'custom', message: `请填写${label}。` })
      } else if (!isDay(day))
        context.addIssue({ code: 'custom', message: `${label}不是有效日期，请按“2020-09-30”的格式填写。` })
      else if (day > dayOfInstant(Date.now())) context.addIssue({ code: 'custom', message: `${label}不能晚于今天。` })
    })
}

/** An id of ours. */
export const id = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/, '编号无效，请刷新页面。')

/** What stands where a page is older than what its form must say. */
export const EXPIRED = '页面已过期，请刷新后再提交。'

/** The version of what a page showed, which its form hands back. */
export const version = z.coerce.number({ error: EXPIRED }).int(EXPIRED).min(0, EXPIRED)

/** What its person was told before pressing again, as an answer handed it out. */
export const toldBefore = z
  .string({ error: EXPIRED })
  .max(60_000, EXPIRED)
  .transform((s) => s.split(',').filter(Boolean))
  .optional()

/** A whole number as typed, in full width as well. */
export function wholeNumber(message: string, min: number, max: number) {
  const number = z.coerce.number({ error: message }).int(message).min(min, message).max(max, message)
  return z.preprocess((raw) => (typeof raw === 'string' ? narrow(raw) : raw), number)
}

/** A quarter, chosen from a list. */
export function quarter(message: string) {
  return z.string({ error: message }).transform((s, context): Quarter => {
    if (isQuarter(s)) return s
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

/** A box that is ticked or not. */
export const yes = z.union([z.literal('yes'), z.literal('')]).default('')

/** One of the names of a table of ours. */
export function keyOf<T extends object>(table: T, error?: string) {
  return z.enum(Object.keys(table) as (keyof T & string)[], { error })
}

/** An id of ours, or none. */
export const idOrNone = z.union([id, z.literal('')]).default('')

/** One file or several of one field, as a list. */
export function fileList(message?: string) {
  const file = z.instanceof(File, { error: message })
  return z.union([file.transform((one) => [one]), z.array(file)], { error: message })
}

/** The ids behind the boxes whose name begins with `prefix`. */
export function ticked(given: Readonly<Record<string, unknown>>, prefix: string): string[] {
  return Object.keys(given).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
}
