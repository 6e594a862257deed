import { roundedQuotient } from '../base/exact'
import { countsUnits, figureOfColumn, figureValue, type NamedFigure } from '../figures/figure'
import { categoriesOf, type Ranking } from '../figures/ranking'
import type { CategoryRow } from '../office/category'
import type { MeasureRun } from './document'
import { noticeAttachments } from './tables'
import { refOf, type tokenOf, tokensOf } from './values'

/** Against which quarter a change is told. */
export const AGAINST = { 比上季度: 'quarter', 比上年同期: 'year' } as const
/** The rankings of these quarters; one is absent where nothing is known of it. */
export type Earlier = { quarter?: Ranking; year?: Ranking }

const PART = '比例'
const RATES = ['报送任务完成率', '区级采用率'] as const
const NOTHING_TO_COMPARE = '（无可比数据）'
/** The ranks of a unit, by the table that gives them; other columns have one name. */
const RANKS = { 报送名次: 'submission', 采用名次: 'adoption' } as const

/** True for a text that calls a change, so that what is compared with must be at hand. */
export function tellsChanges(text: string): boolean {
  return Object.keys(AGAINST).some((words) => text.includes(`·${words}】`))
}

/** Changes and rates that may stand in a text, as they are typed; of single units there are too many to list. */
export function measureTokens(categories: readonly CategoryRow[]): string[] {
  const counts = [...tokensOf(categories)].flatMap(([token, ref]) =>
    'figure' in ref && !ref.category ? [[token, ref.figure] as const] : [],
  )
  return [
    ...RATES,
    ...counts.flatMap(([token, figure]) => (countsUnits(figure) && figure !== 'units' ? [`${token}·${PART}`] : [])),
    ...counts.flatMap(([token]) => Object.keys(AGAINST).map((words) => `${token}·${words}`)),
  ]
}

/** A change against an earlier quarter, a rate, or a figure of one unit; null for a token that is none of them. */
export function measured(token: string, ranking: Ranking, earlier: Earlier = {}): MeasureRun | null {
  const rate = rateOf(token, ranking)
  if (rate !== null) return { text: rate, value: token }
  const [, of = '', last = ''] = /^(.+)·([^·]+)$/.exec(token) ?? []
  const ref = refOf(of, categoriesOf(ranking))
  if (last in AGAINST && ref && 'figure' in ref) {
    const then = earlier[AGAINST[last as keyof typeof AGAINST]]
    return { text: then ? changeOf(ref, ranking, then) : NOTHING_TO_COMPARE, value: token }
  }
  if (last === PART && ref && 'figure' in ref && countsUnits(ref.figure)) {
    const whole = figureValue(ranking, { figure: 'units', ...(ref.category && { category: ref.category }) })
    return { text: percentText(figureValue(ranking, ref), whole), value: token }
  }
  return ofUnit(of, last, token, ranking)
}

/** "增加12条", "减少3个", "持平". */
function changeOf(ref: Parameters<typeof tokenOf>[0] & { figure: string }, now: Ranking, then: Ranking): string {
  const by = figureValue(now, ref as NamedFigure) - figureValue(then, ref as NamedFigure)
  if (by === 0) return '持平'
  return `${by > 0 ? '增加' : '减少'}${Math.abs(by)}${countsUnits(ref.figure) ? '个' : '条'}`
}

function rateOf(token: string, ranking: Ranking): string | null {
  if (token === '区级采用率') return percentText(figureValue(ranking, { figure: 'district' }), ranking.totals.items)
  if (token !== '报送任务完成率') return null
  const asked = ranking.tables.flatMap(({ submission }) => submission.filter(({ target }) => target !== null))
  const sum = (of: (row: (typeof asked)[number]) => number) => asked.reduce((all, row) => all + of(row), 0)
  return percentText(
    sum(({ items }) => items),
    sum(({ target }) => target ?? 0),
  )
}

/** What the tables print of one unit: "区财政局·总分", "区财政局·报送名次". */
function ofUnit(name: string, column: string, value: string, ranking: Ranking): MeasureRun | null {
  const kind = RANKS[column as keyof typeof RANKS]
  for (const table of noticeAttachments(ranking).flatMap(({ tables }) => tables)) {
    if (kind && table.kind !== kind) continue
    const at = table.head.indexOf(kind ? '名次' : column)
    const row = table.rows.find(({ cells }) => cells[table.head.indexOf('单位')] === name)
    const cell = row?.cells[at]
    if (!row || cell === undefined || ['序号', '单位'].includes(column) || column === '名次') continue
    const figure = figureOfColumn(column)
    return { text: cell, value, ...(figure && { opens: { figure, unitId: row.unitId } as NamedFigure }) }
  }
  return null
}

function percentText(n: number, d: number): string {
  return d === 0 ? '—' : `${roundedQuotient(n * 100, d, 2)}%`
}
