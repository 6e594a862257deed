import type { Centi } from '../base/exact'
import { submissionScore } from '../figures/scoring'
import { type SubmissionRule, submissionValue, usualRule } from '../rules/submission'
import { orderLegend, pointsText, submissionLegendIn } from './legends'
import type { NamedUnit } from './names'
import { cellPlace, checkOrder, checkPositions, checkRanks, checkShape } from './places'
import { centiOf, compareRatios, isMissing, percent, percentOf, ratioCountOf } from './ratio'
import type { Say } from './report'
import { labelOf, type PrintedRow, type PrintedTable } from './tables'
import { cellOf, type UnitRows } from './units'

/** What holds for a unit, mended where one cell is plainly wrong; undefined: cannot be read; target null: none was set. */
export type SubmissionFact = { unit: NamedUnit; target: number | null | undefined; items: number | undefined }

type Line = SubmissionFact & {
  row: PrintedRow
  whole: boolean
  score: number | null
  completion: number | null
  wrong: boolean
}

/**
 * Recomputes a table of submissions. `missing` is by how much the body's
 * number of items exceeds what the tables print; null where it states none.
 */
export function checkSubmissions(
  table: PrintedTable,
  units: UnitRows,
  missing: number | null,
  say: Say,
): SubmissionFact[] {
  const whole = checkShape(table, say)
  checkPositions(table, say)
  const lines = table.rows.map((row) => lineOf(table, row, units, whole.has(row)))
  const marks = fullMarks(table, lines, say)
  for (const [index, line] of lines.entries()) {
    if (!line.whole) continue
    const around = [lines[index - 1]?.completion ?? null, lines[index + 1]?.completion ?? null] as const
    checkLine(table, line, marks, { around, missing }, say)
  }
  const { by, ties } = orderLegend(table.legend)
  const known = (marks: Marks): marks is SubmissionRule => by !== 'score' || (marks !== null && marks !== 'none')
  const standings = lines.map(({ row, target, items, wrong }) => ({
    row,
    value:
      target && items !== undefined && known(marks)
        ? by === 'score'
          ? submissionValue(items, target, marks)
          : { n: items, d: target }
        : target === null
          ? null
          : undefined,
    clean: !wrong,
  }))
  const what = by === 'score' ? '报送得分' : '完成率'
  checkOrder(standings, what, say)
  checkRanks(table, standings, what, say, ties)
  checkSum(table, lines, say)
  return lines.map(({ unit, target, items }) => ({ unit, target, items }))
}

function lineOf(table: PrintedTable, row: PrintedRow, units: UnitRows, whole: boolean): Line {
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

/** How submissions are scored; null: it cannot be told. */
type Marks = SubmissionRule | 'none' | null

/** Full marks: as most rows that met their target have them, or as the legend says; any other way as the legend says. */
function fullMarks(table: PrintedTable, lines: readonly Line[], say: Say): Marks {
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

type Evidence = { around: readonly [number | null, number | null]; missing: number | null }

function checkLine(table: PrintedTable, line: Line, marks: Marks, evidence: Evidence, say: Say): void {
  const { row } = line
  const printed = (column: 'target' | 'items' | 'score' | 'completion') => cellOf(table, row, column)
  const has = (column: 'target' | 'items' | 'score' | 'completion') => table.columns.includes(column)
  const wrong = (column: 'target' | 'items' | 'score' | 'completion', expected: string, why: string) => {
    line.wrong = true
    say('value', cellPlace(row, column), printed(column), expected, why)
  }
  if (line.target === null) {
    if (line.items === undefined && has('items')) wrong('items', '报送条数', '报送条数应是 0 或以上的整数。')
    for (const column of ['score', 'completion'] as const) {
      if (has(column) && !isMissing(printed(column))) wrong(column, '—', '没有报送任务，不计得分和完成率。')
    }
    return
  }
  const rule = marks === 'none' ? null : marks
  const scoreIs = (items: number, target: number) =>
    rule !== null && line.score === centiOf(submissionScore(items, target, rule))
  const completionIs = (items: number, target: number) => line.completion === percentOf(percent(items, target, 2))
  const judged = [rule !== null && line.score !== null && scoreIs, line.completion !== null && completionIs].filter(
    (x) => x !== false,
  )
  const all = (items: number, target: number) => judged.length > 0 && judged.every((is) => is(items, target))
  const { target, items, completion } = line
  const otherItems = () => (target ? candidates(completion, target).find((n) => all(n, target)) : undefined)
  const otherTarget = () =>
    items && completion ? near((items * 10000) / completion).find((t) => t > 0 && all(items, t)) : undefined
  if (target === undefined) {
    const mended = otherTarget()
    wrong('target', mended ? String(mended) : '报送任务', '报送任务应是 1 或以上的整数。')
    line.target = mended
  } else if (items === undefined) {
    const mended = otherItems()
    wrong(
      'items',
      mended === undefined ? '报送条数' : String(mended),
      mended === undefined ? '报送条数应是 0 或以上的整数。' : '由任务、得分和完成率推出；没有报送也应写 0。',
    )
    line.items = mended
  } else if (!all(items, target) && judged.length) {
    const n = otherItems()
    const t = otherTarget()
    const both = judged.every((is) => !is(items, target)) && judged.length > 1
    const order = orderTrust(line, items, target, evidence)
    const total =
      evidence.missing === null ? 0 : evidence.missing === (n ?? items) - items ? 2 : evidence.missing === 0 ? -2 : 0
    if (n !== undefined && (both ? total >= 0 || t === undefined : order + total > 0)) {
      wrong('items', String(n), `得分和完成率都是按 ${n} 条算出的。`)
      line.items = n
    } else if (t !== undefined && (both || order > 0)) {
      wrong('target', String(t), `得分和完成率都是按任务 ${t} 条算出的。`)
      line.target = t
    }
  }
  if (!line.target || line.items === undefined) return
  if (has('score')) checkScore(line, marks, printed('score'), (expected, why) => wrong('score', expected, why))
  const share = percent(line.items, line.target, 2)
  if (has('completion') && line.completion !== percentOf(share)) {
    wrong('completion', share, `${line.items} ÷ ${line.target}，两位小数，四舍五入。`)
  }
}

function checkScore(line: Line, marks: Marks, printed: string, wrong: (expected: string, why: string) => void): void {
  if (marks === 'none') {
    if (!isMissing(printed)) wrong('—', '没有报送计分办法，不计得分。')
    return
  }
  if (marks === null) {
    if (line.score === null) wrong('报送得分', '报送得分应是数字。')
    return
  }
  const score = submissionScore(line.items ?? 0, line.target ?? 1, marks)
  if (line.score === centiOf(score)) return
  const how =
    marks.by === 'proportional' && marks.cap === marks.full && marks.floor === 0
      ? `满分 ${pointsText(marks.full)} × 报送条数 ${line.items} ÷ 任务 ${line.target}，不超过满分。`
      : `报送条数 ${line.items}、任务 ${line.target}，按说明计分。`
  wrong(score, how)
}

/** Above 0 when the printed completion stands rightly between its neighbours and the computed one does not. */
function orderTrust(line: Line, items: number, target: number, { around: [above, below] }: Evidence): number {
  const stands = (n: number, d: number) =>
    (above === null || compareRatios(n, d, above, 10000) <= 0) &&
    (below === null || compareRatios(n, d, below, 10000) >= 0)
  return Number(stands(line.completion ?? 0, 10000)) - Number(stands(items, target))
}

const near = (value: number) => [Math.round(value), Math.floor(value), Math.ceil(value)]
const candidates = (completion: number | null, target: number) =>
  completion === null ? [] : near((completion * target) / 10000)

/** A row of sums, where one is printed. */
function checkSum(table: PrintedTable, lines: readonly Line[], say: Say): void {
  for (const row of table.sums) {
    for (const column of ['target', 'items'] as const) {
      const printed = cellOf(table, row, column)
      const values = lines.map((line) => line[column])
      if (printed === '' || values.some((value) => value === undefined)) continue
      const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0)
      if (ratioCountOf(printed) !== sum) say('value', cellPlace(row, column), printed, String(sum), '各行合计。')
    }
  }
}
