import { countOf, type KindRow } from '../adoptions/kinds'
import { formatCenti, formatPoints } from '../base/exact'
import { EXTRA, hasExtra, signed } from '../figures/extra'
import type { Ranking } from '../figures/ranking'
import type { AdoptionRow, CategoryTables, SubmissionRow } from '../figures/ranking-rows'
import { legend, submissionLegend } from '../figures/scoring'
import type { Category } from '../office/category'
import { quarterName } from '../time/quarter'
import type { NoticeTable } from './document'
import { type TableNames, USUAL_HOUSE } from './house'

/** What stands where there is no value. */
export const MISSING = '—'

/** One attachment a kind of table. A new table of the notice is one more line here. */
const ATTACHMENTS = [
  { field: 'submissionName', table: submissionTable },
  { field: 'adoptionName', table: adoptionTable },
] as const

/** A table that ranks the units of one category. */
export type RankedTable = NoticeTable & { category: Category; kind: 'submission' | 'adoption' }

/** The attachments in order, each with one table a category; no table is a head alone, no attachment is without a table. */
export function noticeAttachments(
  ranking: Ranking,
  names: TableNames = {},
): { label: string; tables: RankedTable[] }[] {
  return attachmentsOf(ranking).map(({ field, table }, index) => ({
    label: `附件${index + 1}`,
    tables: filledIn(ranking).map((of) => {
      const title = `${quarterName(ranking.quarter)}${of.category.title}${names[field] ?? USUAL_HOUSE[field]}`
      return { title, category: of.category.key, ...table(of, ranking.kinds) }
    }),
  }))
}

/** "1. 2020年三季度政务信息报送统计表" and so on, as listed under the text. */
export function attachmentListOf(ranking: Ranking, names: TableNames = {}): string[] {
  const name = (field: keyof TableNames) => `${quarterName(ranking.quarter)}${names[field] ?? USUAL_HOUSE[field]}`
  return attachmentsOf(ranking).map(({ field }, index) => `${index + 1}. ${name(field)}`)
}

const filledIn = ({ tables }: Ranking) => tables.filter(({ adoption }) => adoption.length > 0)

const attachmentsOf = (ranking: Ranking) => (filledIn(ranking).length > 0 ? ATTACHMENTS : [])

type Body = Omit<RankedTable, 'title' | 'category'>

function submissionTable({ submission, rules }: CategoryTables): Body {
  return {
    kind: 'submission',
    head: ['序号', '名次', '单位', '报送任务', '报送条数', '报送得分', '完成率'],
    rows: submission.map((row) => ({ unitId: row.unitId, cells: submissionCells(row) })),
    legend: submissionLegend(rules),
  }
}

function submissionCells({ position, rank, unit, target, items, score, completion }: SubmissionRow): string[] {
  return [position, rank, unit, target, items, score, completion].map(cell)
}

function adoptionTable({ adoption: rows, rules }: CategoryTables, kinds: readonly KindRow[]): Body {
  const extra = hasExtra(rows)
  return {
    kind: 'adoption',
    head: [
      ...['序号', '名次', '单位', '年度任务'],
      ...kinds.map(({ column }) => column),
      ...(extra ? [EXTRA] : []),
      ...['总分', '占比'],
    ],
    rows: rows.map((row) => ({ unitId: row.unitId, cells: adoptionCells(row, kinds, extra) })),
    legend: legend(rules, kinds),
  }
}

function adoptionCells(row: AdoptionRow, kinds: readonly KindRow[], withExtra: boolean): string[] {
  const { position, rank, unit, annualTarget, counts, extra, points, share } = row
  return [
    ...[position, rank, unit, annualTarget === null ? null : formatCenti(annualTarget)],
    ...kinds.map(({ kind }) => countOf(counts, kind)),
    ...(withExtra ? [signed(extra)] : []),
    ...[formatPoints(points), share],
  ].map(cell)
}

function cell(value: string | number | null): string {
  return value === null ? MISSING : String(value)
}
