import { type Quarter, quarterName } from '../time/quarter'
import { datesInFigures } from './date-words'
import type { PrintedNotice } from './document'
import { squash } from './plain'
import type { Say } from './report'

const DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/

/** The last day of each quarter, as month and day. */
const ENDS = [331, 630, 930, 1231]

/** The day of a notice is one, and comes after the quarter that it reports; its imprint is no earlier. */
export function checkDates({ places, lines }: PrintedNotice, quarter: Quarter | null, say: Say): void {
  const at = places.indexOf('成文日期')
  const printed = at < 0 ? '' : squash(lines[at] ?? '').replaceAll('*', '')
  const day = dayOf(datesInFigures(printed))
  if (day === undefined) return
  const place = '成文日期'
  if (day === null) {
    say('date', place, printed, '存在的日期', '没有这一天。')
    return
  }
  const end = quarter && Number(quarter.slice(0, 4)) * 10_000 + (ENDS[Number(quarter.slice(5)) - 1] ?? 0)
  if (quarter && end && day <= end) {
    say('date', place, printed, `${quarterName(quarter)}结束之后`, '成文日期早于所通报季度的结束。')
    return
  }
  const imprint = lines.findLast((line) => /日\s*印发\s*$/.test(line))
  const issued = /(\d{4}年\d{1,2}月\d{1,2}日)印发/.exec(datesInFigures(squash(imprint ?? '')))?.[1] ?? ''
  const printedOn = dayOf(issued)
  if (printedOn === null) say('date', '版记', issued, '存在的日期', '没有这一天。')
  else if (printedOn !== undefined && printedOn < day) {
    say('date', place, printed, `不晚于印发日期${issued}`, '成文日期晚于印发日期。')
  }
}

/** A day as a number that can be compared, null for one that there is not, undefined for what is no date. */
function dayOf(text: string): number | null | undefined {
  const match = DATE.exec(text)
  if (!match) return undefined
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  const real = new Date(Date.UTC(year, month - 1, day))
  const is = real.getUTCMonth() === month - 1 && real.getUTCDate() === day
  return is ? year * 10_000 + month * 100 + day : null
}
