import { parseCenti } from '@/lib/domain/base/exact'
import { narrow } from '@/lib/domain/base/text'
import { dayOfInstant, isDay, isQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { typed } from '@/lib/schemas/base'

/** Why a cell can't be read. */
export class Wrong {
  constructor(readonly why: string) {}
}

/**
 * A column: its word for people, whether it holds free text, and how a cell of it is read (normalized, unguarded). One
 * that a file may lack is read as empty there, and written only where a row has something in it.
 */
export type Cell<T> = { label: string; text: boolean; mayLack?: true; read(raw: string, now: number): T | Wrong }

export type CsvColumns = Record<string, Cell<unknown>>

export type RowOf<C extends CsvColumns> = { [K in keyof C]: C[K] extends Cell<infer T> ? T : never }

/** Required text, judged by the rule of the form. */
export function textCell(label: string, options: Omit<Parameters<typeof typed>[1], 'required'>): Cell<string> {
  return { label, text: true, read: textReader(label, options) }
}

/** Text that may be empty: null then. */
export function optionalCell(label: string, max: number): Cell<string | null> {
  const read = textReader(label, { max, required: false })
  return { label, text: true, read: (raw) => (raw === '' ? null : read(raw) || null) }
}

/** Of such a cell what was typed in full width, in half width: a phone, the number of an item. */
export function narrowed<T extends string | null>(cell: Cell<T>): Cell<T> {
  return { ...cell, read: (raw, now) => cell.read(narrow(raw), now) }
}

function textReader(label: string, options: Parameters<typeof typed>[1]) {
  const schema = typed(label, options)
  return (raw: string) => {
    const result = schema.safeParse(raw)
    return result.success ? result.data : new Wrong(result.error.issues[0]?.message ?? '无效。')
  }
}

const NAME_MAX = 60

/** The name of a unit or a category. */
export function nameCell(label: string, max = NAME_MAX): Cell<string> {
  const cell = textCell(label, { max })
  return {
    ...cell,
    read: (raw, now) => (raw.includes('|') ? new Wrong('名称中不能有“|”，它用来分隔别名。') : cell.read(raw, now)),
  }
}

/** Names joined by "|", each once. */
export function aliasesCell(label: string): Cell<string[]> {
  const one = textCell(label, { max: NAME_MAX })
  const read = (raw: string, now: number) => {
    const names = [...new Set(raw.split('|').map((s) => s.trim()))].filter(Boolean).map((s) => one.read(s, now))
    return names.find((n) => n instanceof Wrong) ?? (names as string[])
  }
  return { label, text: true, read }
}

/** A column that a file may lack. */
export function mayLack<T>(cell: Cell<T>): Cell<T> {
  return { ...cell, mayLack: true }
}

/** A cell that may be empty: null then. */
export function orEmpty<T>(cell: Cell<T>): Cell<T | null> {
  return { ...cell, read: (raw, now) => (raw === '' ? null : cell.read(raw, now)) }
}

/** The key of a category; which there are is known once the register is. */
export function categoryCell(label: string): Cell<string> {
  return code(label, (s) => s)
}

/** `yes`, or nothing. */
export function yesCell(label: string): Cell<boolean> {
  return {
    label,
    text: false,
    read: (raw) => (raw === '' || raw === 'yes' ? raw !== '' : new Wrong(`“${raw}”无效，请写 yes，或者空着。`)),
  }
}

/** A word that `is` knows; `words` are the usual ones, to be named when it doesn't. */
export function knownCell<T extends string>(
  label: string,
  is: (s: string) => s is T,
  words: readonly string[],
): Cell<T> {
  return code(label, (s) => (is(s) ? s : new Wrong(`没有“${s}”，可用 ${words.join('、')}。`)))
}

export function quarterCell(label: string): Cell<Quarter> {
  return figure(label, (s) => (isQuarter(s) ? s : new Wrong(`“${s}”不是季度，请写成 2020Q3。`)))
}

export function yearCell(label: string): Cell<number> {
  return figure(label, (s) => (/^20\d\d$/.test(s) ? Number(s) : new Wrong(`“${s}”不是年度，请写成 2020。`)))
}

/** A whole number of 1 or more. */
export function countCell(label: string): Cell<number> {
  return figure(label, (s) => {
    return /^\d{1,7}$/.test(s) && Number(s) >= 1 ? Number(s) : new Wrong(`“${s}”无效，须是 1 以上的整数。`)
  })
}

/** Among how many units an adoption is shared; null where it is not said. */
export const sharersCell: Cell<number | null> = {
  label: '共享单位数',
  text: false,
  read(raw) {
    if (raw === '') return null
    const n = /^\d{1,2}$/.test(narrow(raw)) ? Number(narrow(raw)) : 0
    return n >= 1 ? n : new Wrong(`“${raw}”无效，须是 1 至 99 的整数。`)
  },
}

/** Hundredths of points, not less than `atLeast` points. */
export function pointsCell(label: string, atLeast: number): Cell<number> {
  return figure(label, (s) => {
    const centi = parseCenti(s)
    return centi !== null && centi >= atLeast * 100
      ? centi
      : new Wrong(`“${s}”无效，须是 ${atLeast} 以上的数字，最多两位小数。`)
  })
}

/** A day since 2000 that exists and is not later than today in Shanghai. */
export function pastDayCell(label: string): Cell<string> {
  return figure(label, (s, now) => {
    if (!isDay(s)) return new Wrong(`“${s}”不是有效日期，请写成 2020-09-30。`)
    if (s < '2000-01-01') return new Wrong(`“${s}”早于 2000 年。`)
    return s > dayOfInstant(now) ? new Wrong(`“${s}”晚于今天。`) : s
  })
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** An instant with its offset, since 2000 and not later than now. */
export function pastInstantCell(label: string): Cell<number> {
  return figure(label, (s, now) => {
    const day = INSTANT.exec(s)?.[1]
    if (!day) return new Wrong(`“${s}”不是带时区的时间，请写成 2020-09-30T17:05:00+08:00。`)
    if (!isDay(day)) return new Wrong(`“${s}”的日期不存在。`)
    const at = Date.parse(s)
    if (Number.isNaN(at)) return new Wrong(`“${s}”不是有效的时间。`)
    if (dayOfInstant(at) < '2000-01-01') return new Wrong(`“${s}”早于 2000 年。`)
    return at > now ? new Wrong(`“${s}”晚于现在。`) : at
  })
}

/** An instant as it is written: in Shanghai, to the second unless it has more. */
export function writeInstant(at: number): string {
  const shanghai = new Date(at + 8 * 3_600_000).toISOString().slice(0, -1)
  return `${shanghai.replace(/\.000$/, '')}+08:00`
}

/** The same of a figure, which may be typed in full width. */
function figure<T>(label: string, read: (s: string, now: number) => T | Wrong): Cell<T> {
  return code(label, (s, now) => read(narrow(s), now))
}

function code<T>(label: string, read: (s: string, now: number) => T | Wrong): Cell<T> {
  return { label, text: false, read: (raw, now) => (raw === '' ? new Wrong('不能为空。') : read(raw, now)) }
}
