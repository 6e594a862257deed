import { CATEGORIES, type Category, countOf, type KindRow } from '../adoptions/kinds'
import { formatCenti, formatPoints } from '../base/exact'
import { EXTRA, hasExtra, signed } from '../figures/extra'
import type { Ranking } from '../figures/ranking'
import type { AdoptionRow, SubmissionRow } from '../figures/ranking-rows'
import { legend, submissionLegend } from '../figures/scoring'
import { quarterName } from '../time/quarter'
import type { NoticeTable } from './document'

/** What stands where there is no value. */
export const MISSING = '—'
const CATEGORY_TITLES: Record<Category, string> = { department: '区级部门', town: '镇、街道' }

/** One attachment a kind of table. A new table of the notice is one more line here. */
const ATTACHMENTS = [
  { name: '政务信息报送统计表', table: submissionTable },
  { name: '政务信息采用统计表', table: adoptionTable },
] as const

/** A table that ranks the units of one category. */
export type RankedTable = NoticeTable & { category: Category; kind: 'submission' | 'adoption' }

/** The attachments in order, each with one table a category. */
export function noticeAttachments(ranking: Ranking): { label: string; tables: RankedTable[] }[] {
  return ATTACHMENTS.map(({ name, table }, index) => ({
    label: `附件${index + 1}`,
    tables: CATEGORIES.map((category) => {
      const title = `${quarterName(ranking.quarter)}${CATEGORY_TITLES[category]}${name}`
      return { title, category, ...table(ranking, category) }
    }),
  }))
}

/** "1. 2020年三季度政务信息报送统计表" and so on, as listed under the text. */
export function attachmentListOf(ranking: Ranking): string[] {
  return ATTACHMENTS.map(({ name }, index) => `${index + 1}. ${quarterName(ranking.quarter)}${name}`)
}

type Body = Omit<RankedTable, 'title' | 'category'>

function submissionTable(ranking: Ranking, category: Category): Body {
  return {
    kind: 'submission',
    head: ['序号', '名次', '单位', '报送任务', '报送条数', '报送得分', '完成率'],
    rows: ranking.submission[category].map((row) => ({ unitId: row.unitId, cells: submissionCells(row) })),
    legend: submissionLegend(ranking.rules[category]),
  }
}

function submissionCells({ position, rank, unit, target, items, score, completion }: SubmissionRow): string[] {
  return [position, rank, unit, target, items, score, completion].map(cell)
}

function adoptionTable(ranking: Ranking, category: Category): Body {
  const { kinds } = ranking
  const rows = ranking.adoption[category]
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
    legend: legend(ranking.rules[category], kinds),
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
