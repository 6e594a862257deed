import { lineWords } from '../time/span'
import type { AdoptionRow, SubmissionRow } from './ranking-rows'
import { ADOPTION_VERDICTS } from './totals'

/**
 * What stands in a table: a unit's row, the red line, or the words over the rows that are set apart. Where the order does
 * not part the rows, so that no line can stand between them, each says in words of its own (`marks`) what it would.
 */
export type TableLine<Row> = { row: Row; marks: string[] } | { line: string } | { group: string }

/** Words that are said of rows, and whether they are said of this one. */
type Apart<Row> = { words: string; holds: (row: Row) => boolean }

/** A table of submissions with units without any item, and those without a target, set apart at its end. */
export function submissionLines(rows: readonly SubmissionRow[]): TableLine<SubmissionRow>[] {
  return setApart(rows, [
    { words: '报送条数为0', holds: ({ target, items }) => target !== null && items === 0 },
    { words: '未下达报送任务，不参加排名', holds: ({ target }) => target === null },
  ])
}

/** A table of adoptions, with the line of so many quarters below the last unit that reached it. */
export function adoptionLines(rows: readonly AdoptionRow[], quarters: number): TableLine<AdoptionRow>[] {
  const without = ({ annualTarget }: AdoptionRow) => annualTarget === null
  const lines = setApart(rows, [
    { words: '采用得分为0', holds: ADOPTION_VERDICTS.noPoints },
    ...(rows.some((row) => without(row) && row.rank !== null)
      ? [{ words: '未下达年度任务', holds: without }]
      : [{ words: '未下达年度任务，不参加排名', holds: without }]),
  ])
  if (rows.every(({ onTrack }) => onTrack === null)) return lines
  const words = lineWords(quarters)
  const behind = (line: TableLine<AdoptionRow>) => 'row' in line && line.row.onTrack === false
  const judged = rows.flatMap(({ onTrack }) => onTrack ?? [])
  if (judged.indexOf(false) >= 0 && judged.indexOf(false) < judged.lastIndexOf(true)) {
    return lines.map((line) =>
      behind(line) && 'row' in line ? { ...line, marks: [`未达${words}`, ...line.marks] } : line,
    )
  }
  const last = lines.findLastIndex((line) => 'row' in line && line.row.onTrack === true)
  return lines.toSpliced(last + 1, 0, { line: words })
}

/** Whether the red line stands between the rows of a table, or each row says on which side it is. */
export function hasLine(lines: readonly TableLine<AdoptionRow>[]): boolean {
  return lines.some((line) => 'line' in line)
}

/** Words stand over the first row that they are said of where all rows below it are set apart as well; else in the rows. */
function setApart<Row>(rows: readonly Row[], words: readonly Apart<Row>[]): TableLine<Row>[] {
  const of = rows.map((row) => words.findIndex(({ holds }) => holds(row)))
  const from = words.map((_, at) => of.indexOf(at))
  const parts = words.map((_, at) => {
    const first = from[at] ?? -1
    return first >= 0 && of.slice(first).every((other, index, rest) => other >= at && other >= (rest[index - 1] ?? at))
  })
  return rows.flatMap((row, index): TableLine<Row>[] => {
    const at = of[index] ?? -1
    const said = words[at]?.words
    if (said === undefined) return [{ row, marks: [] }]
    if (!parts[at]) return [{ row, marks: [said] }]
    return from[at] === index ? [{ group: said }, { row, marks: [] }] : [{ row, marks: [] }]
  })
}
