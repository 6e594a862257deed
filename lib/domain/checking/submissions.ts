import type { Centi } from '../base/exact'
import { type SubmissionRule, submissionValue, usualRule } from '../rules/submission'
import { orderLegend, pointsText, submissionLegendIn } from './legends'
import { cellSay, checkShape } from './places'
import { labelOf, type PrintedRow, type PrintedTable } from './printed'
import { centiOf, isMissing, percentOf, ratioCountOf } from './ratio'
import type { Say } from './report'
import { type Rounding, roundingOf } from './rounding'
import { checkRanks, checkSorted, rankedTogether } from './standings'
import { checkSubmissionLine, type Marks, type SubmissionFact, type SubmissionLine } from './submission-lines'
import { checkSums } from './sums'
import { cellOf, type UnitRows } from './units'

/**
 * Recomputes a table of submissions. `lacking` is by how much the body's
 * number of items exceeds what the tables print; null where it states none.
 */
export function checkSubmissions(
  table: PrintedTable,
  units: UnitRows,
  lacking: number | null,
  missing: number,
  remarks: string[],
  say: Say,
): SubmissionFact[] {
  const whole = checkShape(table, remarks, say)
  const sayCell = cellSay(table, say)
  const lines = table.rows.map((row) => lineOf(table, row, units, whole.has(row)))
  const marks = fullMarks(table, lines, say)
  const told = {
    table,
    marks,
    lacking,
    ...roundings(lines, marks),
    targets: lines.flatMap(({ target }) => target ?? []),
  }
  for (const [index, line] of lines.entries()) {
    if (!line.whole) continue
    const around = [lines[index - 1]?.completion ?? null, lines[index + 1]?.completion ?? null] as const
    checkSubmissionLine(line, around, told, sayCell)
  }
  const { by: stated, ties } = orderLegend(table.legend)
  const known = (marks: Marks): marks is SubmissionRule => marks !== null && marks !== 'none'
  const ranked = (by: 'completion' | 'score') =>
    lines.map(({ row, target, items, wrong }) => ({ row, value: valueBy(by, target, items), clean: !wrong }))
  const valueBy = (by: 'completion' | 'score', target: number | null | undefined, items: number | undefined) => {
    if (target === null) return null
    if (!target || items === undefined) return undefined
    if (by === 'completion') return { n: items, d: target }
    return known(marks) ? submissionValue(items, target, marks) : undefined
  }
  const by = stated === 'score' ? 'score' : 'completion'
  const standings = ranked(by)
  const what = by === 'score' ? '报送得分' : '完成率'
  for (const group of rankedTogether(table, standings, (i) => lines[i]?.unit.category ?? '')) {
    checkSorted(table, group, what, remarks, say)
    checkRanks(table, group, what, say, ties, missing)
  }
  const hundredths = (n: number | null | undefined) => (n === null ? 0 : n === undefined ? n : n * 100)
  const sums = {
    target: lines.map((line) => hundredths(line.target)),
    items: lines.map((line) => hundredths(line.items)),
  }
  checkSums(table, sums, missing, say)
  return lines.map(({ unit, target, items }) => ({ unit, target, items }))
}

function lineOf(table: PrintedTable, row: PrintedRow, units: UnitRows, whole: boolean): SubmissionLine {
  const read = (column: PrintedTable['columns'][number]) => (whole ? cellOf(table, row, column) : '')
  const target = read('target')
  return {
    row,
    whole,
    unit: units.get(row) ?? { name: '', category: table.category?.key ?? '', aliases: [] },
    target: isMissing(target) ? null : ratioCountOf(target) || undefined,
    items: ratioCountOf(read('items')) ?? undefined,
    score: centiOf(read('score')),
    completion: percentOf(read('completion')),
    wrong: !whole,
  }
}

const TWO: Rounding = { decimals: 2, down: false }

/** How the table rounds. */
function roundings(lines: readonly SubmissionLine[], marks: Marks): { completions: Rounding; scores: Rounding } {
  const quotients = lines.flatMap(({ target, items, completion, score }) =>
    target && items !== undefined ? [{ target, items, completion, score }] : [],
  )
  const rule = marks === 'none' ? null : marks
  return {
    completions: roundingOf(
      quotients.map(({ target, items, completion }) => ({ printed: completion, n: items * 100, d: target })),
      TWO,
    ),
    scores: roundingOf(
      quotients.flatMap(({ target, items, score }) => {
        const value = rule && submissionValue(items, target, rule)
        return value ? [{ printed: score, n: value.n, d: value.d * 100 }] : []
      }),
      TWO,
    ),
  }
}

/** Full marks: as most rows that met their target have them, or as the legend says; any other way as the legend says. */
function fullMarks(table: PrintedTable, lines: readonly SubmissionLine[], say: Say): Marks {
  const rule = submissionLegendIn(table.legend)
  if (rule === 'none') return rule
  if (rule && (rule.by !== 'proportional' || rule.cap !== rule.full || rule.floor > 0)) return rule
  const printed = rule?.full ?? null
  const votes = new Map<Centi, number>()
  for (const { target, items, score } of lines) {
    if (!target || items === undefined || !items || score === null) continue
    const marks = items >= target ? score : Math.round((score * target) / items / 50) * 50
    votes.set(marks, (votes.get(marks) ?? 0) + (items >= target ? 2 : 1))
  }
  const agree = printed === null ? 0 : (votes.get(printed) ?? 0)
  const [most, n] = [...votes].toSorted((a, b) => b[1] - a[1])[0] ?? [null, 0]
  if (printed === null) return most === null ? null : usualRule(most)
  if (most === null || most === printed || n < 4 || agree * 2 > n) return usualRule(printed)
  say('legend', `${labelOf(table)} 说明`, pointsText(printed), pointsText(most), '表中完成任务的各行都按这个满分计分。')
  return usualRule(most)
}
