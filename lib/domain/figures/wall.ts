import type { CategoryRow } from '../office/category'
import { adoptionLines, submissionLines, type TableLine } from './groups'
import type { SpanRanking } from './ranking'
import type { AdoptionRow, SpanTables, SubmissionRow } from './ranking-rows'

/** How many lines of a table stand below one another on a screen of 1080 lines at 28 px. */
export const LINES = 21

/** A table, or a part of one, that stands in half a screen. */
export type WallColumn = { category: CategoryRow; part: number; parts: number } & (
  | { kind: 'adoption'; lines: TableLine<AdoptionRow>[] }
  | { kind: 'submission'; lines: TableLine<SubmissionRow>[] }
)

/** The tables of a ranking in screens of two columns, in the order in which a wall shows them. */
export function wallScreens({ tables, quarters }: SpanRanking): WallColumn[][] {
  const adopted = ({ category, adoption }: SpanTables) =>
    columns(adoptionLines(adoption, quarters.length)).map(
      (part): WallColumn => ({ kind: 'adoption', category, ...part }),
    )
  const sent = ({ category, submission }: SpanTables) =>
    columns(submissionLines(submission)).map((part): WallColumn => ({ kind: 'submission', category, ...part }))
  const all = [...tables.flatMap(adopted), ...tables.toReversed().flatMap(sent)]
  return Array.from({ length: Math.ceil(all.length / 2) }, (_, i) => all.slice(2 * i, 2 * i + 2))
}

/** As few columns as will do, about equally long; what stands over rows is never the last of a column. */
function columns<Row>(lines: readonly TableLine<Row>[]): { lines: TableLine<Row>[]; part: number; parts: number }[] {
  const parts: TableLine<Row>[][] = []
  const most = Math.ceil(lines.length / Math.max(1, Math.ceil(lines.length / LINES)))
  for (let from = 0; from < lines.length; ) {
    let to = Math.min(lines.length, from + most)
    while (to < lines.length && to > from + 1 && !('row' in (lines[to - 1] as TableLine<Row>))) to--
    parts.push(lines.slice(from, to))
    from = to
  }
  return parts.map((lines, i) => ({ lines, part: i + 1, parts: parts.length }))
}
