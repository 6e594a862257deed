import { CATEGORIES, type Category, KINDS, type Kind } from './kinds'
import { type Quarter, quarterName } from './quarter'
import type { AdoptionRow, Ranking, SubmissionRow } from './ranking'
import { ADOPTION_VERDICTS, SUBMISSION_VERDICTS } from './totals'

const kindWords = Object.fromEntries(KINDS.map(({ kind, name }) => [kind, name])) as Record<Kind, string>

/** Figures that count items or adoptions: a row of their list is one of those. */
const TRACED = { items: '报送条数', adoptions: '采用', district: '区级采用', city: '市级采用', ...kindWords } as const
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
const WORDS = { ...TRACED, ...OF_UNITS, points: '总分' } as const

export type TracedFigure = keyof typeof TRACED
export type UnitsFigure = keyof typeof OF_UNITS

/** A printed figure that opens a list: of one unit, of one category, or of the whole district. */
export type Figure =
  | { figure: TracedFigure; unitId?: string; category?: Category }
  | { figure: UnitsFigure; category?: Category }
  | { figure: 'points'; unitId: string }

type Query = Readonly<Record<string, string | string[] | undefined>>

/**
 * The figure that a list's address names by f, u (unit) and c (category), or null. Nothing wrong in it is passed over:
 * a longer list than the one asked for would be taken for the figure.
 */
export function parseFigure({ f, u, c }: Query): Figure | null {
  if (typeof f !== 'string' || Array.isArray(u) || Array.isArray(c)) return null
  const category = CATEGORIES.find((known) => known === c)
  if ((c !== undefined && !category) || (u !== undefined && (c !== undefined || !/^[\w-]{1,64}$/.test(u)))) return null
  if (f === 'points') return u ? { figure: f, unitId: u } : null
  if (countsUnits(f)) return u ? null : { figure: f, ...(category && { category }) }
  if (!Object.hasOwn(TRACED, f)) return null
  return { figure: f as TracedFigure, ...(u && { unitId: u }), ...(category && { category }) }
}

/** True for a figure whose list has a unit a row. */
export function countsUnits(figure: string): figure is UnitsFigure {
  return Object.hasOwn(OF_UNITS, figure)
}

/** What stands after the "?" of the list's address. */
export function figureQuery(figure: Figure): string {
  const unit = 'unitId' in figure && figure.unitId ? `&u=${figure.unitId}` : ''
  const category = 'category' in figure && figure.category ? `&c=${figure.category}` : ''
  return `f=${figure.figure}${unit}${category}`
}

/** "区级采用·信息". */
export function figureName({ figure }: Figure): string {
  return WORDS[figure]
}

/** "区财政局 2020年三季度 区级采用·信息"; unit is the name of the figure's unit, if it is of one. */
export function figureWords(figure: Figure, quarter: Quarter, unit?: string): string {
  const category = 'category' in figure ? figure.category : undefined
  const whose = unit ?? (category ? { department: '区级部门', town: '镇、街道' }[category] : '全区')
  return `${whose} ${quarterName(quarter)} ${figureName(figure)}`
}

/** Which figure of its unit a column of the notice's tables holds, by the head of the column. */
export function figureOfColumn(head: string): TracedFigure | 'points' | null {
  if (head === '报送条数') return 'items'
  if (head === '总分') return 'points'
  return KINDS.find(({ column }) => column === head)?.kind ?? null
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

/** The units that a figure counts, departments first, in the order of the table that the figure was read from. */
export function unitsBehind({ submission, adoption }: Ranking, figure: UnitsFigure, category?: Category): UnitRow[] {
  return CATEGORIES.filter((c) => category === undefined || c === category).flatMap((c) => {
    const sent = new Map(submission[c].map((row) => [row.unitId, row]))
    const scored = new Map(adoption[c].map((row) => [row.unitId, row]))
    const order = figure in ADOPTION_VERDICTS ? adoption[c] : submission[c]
    return order.flatMap(({ unitId }) => {
      const [s, a] = [sent.get(unitId), scored.get(unitId)]
      return s && a && VERDICTS[figure]({ submission: s, adoption: a }) ? [{ submission: s, adoption: a }] : []
    })
  })
}
