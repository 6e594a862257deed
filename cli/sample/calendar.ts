import type { Chance } from './chance'

/** A working Sunday: 27 September 2020 made up for the autumn holidays. */
const extraDay = '2020-09-27'

/** The working days of the quarter, as `2020-07-01`. */
export const workingDays: readonly string[] = Array.from({ length: 92 }, (_, offset) =>
  new Date(Date.UTC(2020, 6, 1 + offset)).toISOString().slice(0, 10),
).filter((day) => day === extraDay || ![0, 6].includes(weekday(day)))

export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** The last working days of a month are when units remember what they still owe. */
function rush(day: string): number {
  const month = workingDays.filter((other) => other.slice(0, 7) === day.slice(0, 7))
  const left = month.length - 1 - month.indexOf(day)
  if (left > 3) return 2
  return month.at(-1) === '2020-09-30' ? 9 - left : 7 - left
}

const weights = new Map(workingDays.map((day) => [day, rush(day)]))
const hours = [8, 9, 9, 9, 10, 10, 10, 11, 11, 14, 14, 15, 15, 15, 16, 16, 16, 17, 17, 18, 20]

/** Moments in office hours (and a few in the evening), earliest first. */
export function moments(count: number, { weighted, pick, between }: Chance): string[] {
  const two = (value: number) => String(value).padStart(2, '0')
  return Array.from({ length: count }, () => {
    const day = weighted(workingDays, (entry) => weights.get(entry) ?? 0)
    const hour = pick(hours)
    const minute = hour === 8 ? between(30, 59) : between(0, 59)
    return `${day}T${two(hour)}:${two(minute)}:${two(between(0, 59))}+08:00`
  }).sort()
}
