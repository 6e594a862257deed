import { countOf, isKind, KINDS, type Kind, kindOfColumn, kindRow, type Level } from '../adoptions/kinds'
import { type Fraction, NOTHING } from '../base/exact'
import { type Category, isCategoryKey } from '../office/category'
import type { Quarter } from '../time/quarter'
import { lineOfSpan, quartersOf, type Span, spanName } from '../time/span'
import type { Ranking } from './ranking'
import type { AdoptionRow, CategoryTables, SubmissionRow } from './ranking-rows'
import { ADOPTION_VERDICTS, SUBMISSION_VERDICTS } from './totals'

const kindWords = Object.fromEntries(KINDS.map(({ kind, name }) => [kind, name])) as Record<
  (typeof KINDS)[number]['kind'],
  string
>

/** Figures that count items or adoptions: a row of their list is one of those. */
const OF_COUNTED = {
  items: '报送条数',
  adoptions: '采用',
  district: '区级采用',
  city: '市级采用',
  ...kindWords,
} as const
/** Figures that count units, told by what the ranking says of each. */
const OF_UNITS = {
  units: '考核单位',
  met: '完成季度报送任务的单位',
  exceeded: '超额完成季度报送任务的单位',
  unmet: '未完成季度报送任务的单位',
  noItems: '报送条数为0的单位',
  onTrack: '采用得分达到年度任务25%的单位',
  behind: '采用得分未达到年度任务25%的单位',
  noPoints: '采用得分为0的单位',
} as const
/** Figures that add up what a unit's adoptions, instructions and deductions score. */
const OF_POINTS = { points: '总分', extra: '加减分' } as const
const WORDS: Readonly<Record<string, string>> = { ...OF_COUNTED, ...OF_UNITS, ...OF_POINTS }

export type CountedFigure = keyof typeof OF_COUNTED | Kind | Level
export type PointsFigure = keyof typeof OF_POINTS
export type UnitsFigure = keyof typeof OF_UNITS

/** A printed figure that opens a list: of one unit, of one category, or of the whole district. */
export type NamedFigure =
  | { figure: CountedFigure; unitId?: string; category?: Category }
  | { figure: UnitsFigure; category?: Category }
  | { figure: PointsFigure; unitId: string }

type Query = Readonly<Record<string, string | string[] | undefined>>

/**
 * The figure that a list's address names by f, u (unit) and c (category), or null. Nothing wrong in it is passed over:
 * a longer list than the one asked for would be taken for the figure. Whether there is such a unit or category, whoever
 * reads the list says.
 */
export function parseFigure({ f, u, c }: Query): NamedFigure | null {
  if (typeof f !== 'string' || Array.isArray(u) || Array.isArray(c)) return null
  const category = isCategoryKey(c) ? c : undefined
  if ((c !== undefined && !category) || (u !== undefined && (c !== undefined || !/^[\w-]{1,64}$/.test(u)))) return null
  if (countsPoints(f)) return u ? { figure: f, unitId: u } : null
  if (countsUnits(f)) return u ? null : { figure: f, ...(category && { category }) }
  if (!Object.hasOwn(OF_COUNTED, f) && !isKind(f)) return null
  return { figure: f as CountedFigure, ...(u && { unitId: u }), ...(category && { category }) }
}

/** True for a figure whose list has a unit a row. */
export function countsUnits(figure: string): figure is UnitsFigure {
  return Object.hasOwn(OF_UNITS, figure)
}

/** True for a figure whose list has a row for everything that scores. */
export function countsPoints(figure: string): figure is PointsFigure {
  return Object.hasOwn(OF_POINTS, figure)
}

/** The unit or category that a figure is of; neither for the whole district. */
export function ofWhom(figure: NamedFigure): { unitId?: string; category?: Category } {
  const { unitId, category } = { unitId: undefined, category: undefined, ...figure }
  return { ...(unitId && { unitId }), ...(category && { category }) }
}

/** What stands after the "?" of the list's address; a span other than the quarter is named. */
export function figureQuery(figure: NamedFigure, span: Span = 'quarter'): string {
  const { unitId, category } = ofWhom(figure)
  return `f=${encodeURIComponent(figure.figure)}${unitId ? `&u=${unitId}` : ''}${category ? `&c=${category}` : ''}${span === 'quarter' ? '' : `&span=${span}`}`
}

/** "区级采用·信息"; over several quarters the target and the line are those of the span. */
export function figureName({ figure }: NamedFigure, quarters = 1): string {
  const words = WORDS[figure] ?? figure
  return quarters === 1 ? words : words.replace('季度报送任务', '报送任务').replace('25%', lineOfSpan(quarters))
}

/** "区财政局 2020年三季度 区级采用·信息"; `whose` is the name of its unit or the title of its category, if it is of one. */
export function figureWords(figure: NamedFigure, quarter: Quarter, whose = '全区', span: Span = 'quarter'): string {
  return `${whose} ${spanName(quarter, span)} ${figureName(figure, quartersOf(quarter, span).length)}`
}

/** Which figure of its unit a column of the notice's tables holds, by the head of the column. */
export function figureOfColumn(head: string): CountedFigure | PointsFigure | null {
  if (head === '报送条数') return 'items'
  const points = (Object.keys(OF_POINTS) as PointsFigure[]).find((figure) => OF_POINTS[figure] === head)
  return points ?? kindOfColumn(head)
}

/** A unit with both of its rows. */
export type UnitRow = { submission: SubmissionRow; adoption: AdoptionRow }

const VERDICTS: Record<UnitsFigure, (row: UnitRow) => boolean> = {
  units: () => true,
  met: ({ submission }) => SUBMISSION_VERDICTS.met(submission),
  exceeded: ({ submission }) => SUBMISSION_VERDICTS.exceeded(submission),
  unmet: ({ submission }) => SUBMISSION_VERDICTS.unmet(submission),
  noItems: ({ submission }) => submission.items === 0,
  onTrack: ({ adoption }) => ADOPTION_VERDICTS.onTrack(adoption),
  behind: ({ adoption }) => ADOPTION_VERDICTS.behind(adoption),
  noPoints: ({ adoption }) => ADOPTION_VERDICTS.noPoints(adoption),
}

/** The tables that a figure is read from: those of one category, or all. */
function tablesOf({ tables }: Ranking, category?: Category): readonly CategoryTables[] {
  return category === undefined ? tables : tables.filter((of) => of.category.key === category)
}

/** The units that a figure counts, category by category, in the order of the table that the figure was read from. */
export function unitsOfFigure(ranking: Ranking, figure: UnitsFigure, category?: Category): UnitRow[] {
  return tablesOf(ranking, category).flatMap(({ submission, adoption }) => {
    const sent = new Map(submission.map((row) => [row.unitId, row]))
    const scored = new Map(adoption.map((row) => [row.unitId, row]))
    const order = figure in ADOPTION_VERDICTS ? adoption : submission
    return order.flatMap(({ unitId }) => {
      const [s, a] = [sent.get(unitId), scored.get(unitId)]
      return s && a && VERDICTS[figure]({ submission: s, adoption: a }) ? [{ submission: s, adoption: a }] : []
    })
  })
}

/** The points, or the extra points (加减分), that a ranking prints for a unit. */
export function pointsValue(ranking: Ranking, unitId: string, figure: 'points' | 'extra'): Fraction {
  const row = ranking.tables.flatMap(({ adoption }) => adoption).find((row) => row.unitId === unitId)
  return row?.[figure] ?? NOTHING
}

/** The figure as a ranking prints it, where it is a count. */
export function figureValue(ranking: Ranking, figure: NamedFigure): number {
  const { unitId, category } = ofWhom(figure)
  if (countsUnits(figure.figure)) return unitsOfFigure(ranking, figure.figure, category).length
  const tables = tablesOf(ranking, category)
  const sumOf = <Row extends { unitId: string }>(rows: readonly Row[], value: (row: Row) => number) =>
    rows.reduce((sum, row) => (unitId === undefined || row.unitId === unitId ? sum + value(row) : sum), 0)
  if (figure.figure === 'items')
    return sumOf(
      tables.flatMap(({ submission }) => submission),
      ({ items }) => items,
    )
  const adopted = tables.flatMap(({ adoption }) => adoption)
  return sumOf(adopted, ({ counts }) =>
    (Object.keys(counts) as Kind[]).reduce(
      (sum, kind) => (addsUp(figure.figure, kind) ? sum + countOf(counts, kind) : sum),
      0,
    ),
  )
}

/** Whether a figure adds up this kind of adoption: all are added up, or those of a level, or one kind. */
export function addsUp(figure: string, kind: Kind): boolean {
  return figure === 'adoptions' || figure === kind || figure === kindRow(kind).level
}
