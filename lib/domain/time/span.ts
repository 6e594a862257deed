import { ordinalOf, previousQuarter, type Quarter, yearOf } from './quarter'

/** What a ranking is taken over, by its word in an address; each ends with the quarter that it is asked for. */
export const SPANS = { quarter: '本季度', half: '半年累计', year: '全年累计' } as const
export type Span = keyof typeof SPANS

/** The span that an address names; a quarter where it names none, null where it names another. */
export function parseSpan(word: string | string[] | undefined): Span | null {
  if (word === undefined) return 'quarter'
  return typeof word === 'string' && Object.hasOwn(SPANS, word) ? (word as Span) : null
}

/** "半年累计"; where the span is not over with its quarter, up to which one it goes: "半年累计（至三季度）". */
export function spanSoFar(quarter: Quarter, span: Span): string {
  const over = { quarter: true, half: ordinalOf(quarter) % 2 === 0, year: ordinalOf(quarter) === 4 }
  return over[span] ? SPANS[span] : `${SPANS[span]}（至${NAMES[String(ordinalOf(quarter))]}）`
}

const FIRST: Record<Span, (ordinal: number) => number> = {
  quarter: (ordinal) => ordinal,
  half: (ordinal) => (ordinal < 3 ? 1 : 3),
  year: () => 1,
}

/** The quarters of a span up to and with this one, oldest first: one to four, all of one year. */
export function quartersOf(quarter: Quarter, span: Span): Quarter[] {
  const first = FIRST[span](ordinalOf(quarter))
  const quarters = [quarter]
  while (ordinalOf(quarters[0] as Quarter) > first) quarters.unshift(previousQuarter(quarters[0] as Quarter))
  return quarters
}

const NAMES: Readonly<Record<string, string>> = {
  '1': '一季度',
  '2': '二季度',
  '3': '三季度',
  '4': '四季度',
  '12': '上半年',
  '34': '下半年',
  '123': '前三季度',
  '1234': '全年',
}

/** "2020年三季度", "2020年上半年", "2020年前三季度", "2020年全年". */
export function spanName(quarter: Quarter, span: Span): string {
  return `${yearOf(quarter)}年${NAMES[quartersOf(quarter, span).map(ordinalOf).join('')]}`
}

/** The share of the annual target that is asked for after so many quarters: "25%" after one, "75%" after three. */
export function lineOfSpan(quarters: number): string {
  return `${25 * quarters}%`
}

/** "25% 线", and after three quarters "25% × 3 = 75% 线". */
export function lineWords(quarters: number): string {
  return quarters === 1 ? '25% 线' : `25% × ${quarters} = ${lineOfSpan(quarters)} 线`
}

/** The quarters that a quarter's page speaks of: the last eight, oldest first; no fewer reach the same span last year. */
export function lastEight(quarter: Quarter): Quarter[] {
  const quarters = [quarter]
  while (quarters.length < 8 && quarters[0] !== '2000Q1') {
    quarters.unshift(previousQuarter(quarters[0] as Quarter))
  }
  return quarters
}
