/** A calendar quarter in Shanghai, written "2020Q3". Later quarters are greater strings. */
export type Quarter = string & { readonly __quarter: unique symbol }

// China has kept one offset and no summer time since 1991, so a fixed offset is exact for 2000–2099.
const SHANGHAI = 8 * 3_600_000
const NUMERALS = ['一', '二', '三', '四'] as const

/** True for "2000Q1" to "2099Q4". */
export function isQuarter(s: string): s is Quarter {
  return /^20\d{2}Q[1-4]$/.test(s)
}

/** The quarter that s names, or null. */
export function parseQuarter(s: string): Quarter | null {
  return isQuarter(s) ? s : null
}

function quarterAt(year: number, index: number): Quarter {
  const q = `${year + Math.floor(index / 4)}Q${(((index % 4) + 4) % 4) + 1}`
  if (!isQuarter(q)) throw new RangeError(`outside 2000–2099: ${q}`)
  return q
}

/** Full year of a quarter, 2000..2099. */
export function yearOf(q: Quarter): number {
  return Number(q.slice(0, 4))
}

/** Number of the quarter within its year. */
export function ordinalOf(q: Quarter): 1 | 2 | 3 | 4 {
  return Number(q.slice(5)) as 1 | 2 | 3 | 4
}

/** The quarter before; throws RangeError before 2000Q1. */
export function previousQuarter(q: Quarter): Quarter {
  return quarterAt(yearOf(q), ordinalOf(q) - 2)
}

/** The quarter after; throws RangeError after 2099Q4. */
export function nextQuarter(q: Quarter): Quarter {
  return quarterAt(yearOf(q), ordinalOf(q))
}

/** Shanghai wall clock of an instant, held in the UTC fields of a Date. Throws RangeError when ms is no instant. */
function wallClock(ms: number): Date {
  const date = new Date(ms + SHANGHAI)
  if (Number.isNaN(date.getTime())) throw new RangeError(`no instant: ${ms}`)
  return date
}

/** The day in Shanghai of an instant (UTC ms), "2020-09-30". Throws RangeError when ms is no instant. */
export function dayOfInstant(ms: number): string {
  return wallClock(ms).toISOString().slice(0, 10)
}

/** The quarter in Shanghai of an instant (UTC ms). Throws RangeError outside 2000–2099. */
export function quarterOfInstant(ms: number): Quarter {
  const date = wallClock(ms)
  return quarterAt(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3))
}

/** The quarter of a day "2020-09-30". Throws RangeError when it is no day, or outside 2000–2099. */
export function quarterOfDay(day: string): Quarter {
  const [year, month] = partsOf(day)
  return quarterAt(year, Math.floor((month - 1) / 3))
}

/** True when s is written "2020-09-30" and stands in the calendar. */
export function isDay(s: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(s)) return false
  // The round trip catches 30 February, which Date would move to March.
  const date = new Date(`${s}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === s
}

function partsOf(day: string): [year: number, month: number, date: number] {
  if (!isDay(day)) throw new RangeError(`no day: ${day}`)
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]
}

/** The instants of a day in UTC ms, half-open. Throws RangeError when it is no day. */
export function dayBounds(day: string): { from: number; to: number } {
  const [year, month, date] = partsOf(day)
  return { from: Date.UTC(year, month - 1, date) - SHANGHAI, to: Date.UTC(year, month - 1, date + 1) - SHANGHAI }
}

/** The instants of a quarter in UTC ms: from is its first, to is the first of the next one (half-open). */
export function quarterBounds(q: Quarter): { from: number; to: number } {
  const month = (ordinalOf(q) - 1) * 3
  return { from: Date.UTC(yearOf(q), month) - SHANGHAI, to: Date.UTC(yearOf(q), month + 3) - SHANGHAI }
}

/** How much of the quarter has passed at now (UTC ms), 0..1. */
export function quarterProgress(q: Quarter, now: number): number {
  const { from, to } = quarterBounds(q)
  return Math.min(1, Math.max(0, (now - from) / (to - from)))
}

/** "2020年三季度". */
export function quarterName(q: Quarter): string {
  return `${yearOf(q)}年${NUMERALS[ordinalOf(q) - 1]}季度`
}

/** "2020年10月12日" of a day "2020-10-12". Throws RangeError when it is no day. */
export function chineseDate(day: string): string {
  const [year, month, date] = partsOf(day)
  return `${year}年${month}月${date}日`
}

/** "2020年10月12日 09:30", in Shanghai. Throws RangeError when ms is no instant. */
export function chineseDateTime(ms: number): string {
  return `${wallClock(ms).getUTCFullYear()}年${shortDateTime(ms)}`
}

/** "10月12日 09:30", in Shanghai. Throws RangeError when ms is no instant. */
export function shortDateTime(ms: number): string {
  const date = wallClock(ms)
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${date.toISOString().slice(11, 16)}`
}
