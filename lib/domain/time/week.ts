import { chineseDate, dayOfInstant, isDay } from './quarter'

const DAY = 86_400_000

/** The Monday of the week that a day "2026-11-25" falls in. Throws RangeError when it is no day. */
export function mondayOf(day: string): string {
  if (!isDay(day)) throw new RangeError(`no day: ${day}`)
  const noon = Date.parse(`${day}T12:00:00Z`)
  const sinceMonday = (new Date(noon).getUTCDay() + 6) % 7
  return dayAfter(day, -sinceMonday)
}

/** The Monday, in Shanghai, of the week of an instant (UTC ms). */
export function weekOfInstant(ms: number): string {
  return mondayOf(dayOfInstant(ms))
}

/** The Monday `weeks` weeks after the given one. */
export function weekAfter(monday: string, weeks: number): string {
  return dayAfter(monday, weeks * 7)
}

/** "2026年11月23日至29日", "2026年11月30日至12月6日", of the week that begins on this Monday. */
export function weekInWords(monday: string): string {
  const [first, last] = [chineseDate(monday), chineseDate(dayAfter(monday, 6))]
  const shared = [/^\d+年\d+月/, /^\d+年/]
    .map((part) => part.exec(first)?.[0] ?? '')
    .find((part) => last.startsWith(part))
  return `${first}至${last.slice(shared?.length ?? 0)}`
}

/** Whole days from one day to another; negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}
