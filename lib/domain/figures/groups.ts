import { lineWords } from '../time/span'
import type { AdoptionRow, SubmissionRow } from './ranking-rows'
import { ADOPTION_VERDICTS } from './totals'

/** What stands in a table: a unit's row, the red line, or the words over the rows that are set apart. */
export type TableLine<Row> = { row: Row } | { line: string } | { group: string }

/** A table of submissions with units without any item, and those without a target, set apart at its end. */
export function submissionLines(rows: readonly SubmissionRow[]): TableLine<SubmissionRow>[] {
  return grouped(rows, ({ target, items }) => {
    if (target === null) return '未下达报送任务，不参加排名'
    return items === 0 ? '报送条数为0' : null
  })
}

/** A table of adoptions, with the line of so many quarters below the last unit that reached it. */
export function adoptionLines(rows: readonly AdoptionRow[], quarters: number): TableLine<AdoptionRow>[] {
  const lines = grouped(rows, (row) => {
    if (row.annualTarget === null) return '未下达年度任务，不参加排名'
    return ADOPTION_VERDICTS.noPoints(row) ? '采用得分为0' : null
  })
  if (rows.every(({ onTrack }) => onTrack === null)) return lines
  const reached = rows.filter(({ onTrack }) => onTrack === true).length
  return lines.toSpliced(reached, 0, { line: lineWords(quarters) })
}

/** Words stand over the first row that they are said of. */
function grouped<Row>(rows: readonly Row[], wordsOf: (row: Row) => string | null): TableLine<Row>[] {
  let said: string | null = null
  return rows.flatMap((row): TableLine<Row>[] => {
    const words = wordsOf(row)
    const first = words !== null && words !== said
    said = words
    return first ? [{ group: words }, { row }] : [{ row }]
  })
}
