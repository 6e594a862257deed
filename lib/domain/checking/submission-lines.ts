import type { Centi } from '../base/exact'
import { type SubmissionRule, submissionValue } from '../rules/submission'
import { pointsText } from './legends'
import type { NamedUnit } from './names'
import type { SayAtCell } from './places'
import type { PrintedRow, PrintedTable } from './printed'
import { centiOf, compareRatios, isMissing, percentOf } from './ratio'
import { percentIn, quotientIn, type Rounding, roundingWords } from './rounding'
import { cellOf } from './units'

/** What holds for a unit, mended where one cell is plainly wrong; undefined: cannot be read; target null: none was set. */
export type SubmissionFact = { unit: NamedUnit; target: number | null | undefined; items: number | undefined }

/** A row of a table of submissions as it is printed. */
export type SubmissionLine = SubmissionFact & {
  row: PrintedRow
  whole: boolean
  score: Centi | null
  /** In hundredths of a per cent. */
  completion: number | null
  wrong: boolean
}

/** How submissions are scored; null: it cannot be told. */
export type Marks = SubmissionRule | 'none' | null

/** What the table as a whole tells of each of its rows. */
type Told = {
  table: PrintedTable
  marks: Marks
  completions: Rounding
  scores: Rounding
  /** By how much the body's number of items exceeds the tables'. */
  lacking: number | null
  /** The targets of all rows. */
  targets: readonly number[]
}
type Around = readonly [above: number | null, below: number | null]
type Cell = 'target' | 'items' | 'score' | 'completion'

/** Recomputes a row; of two cells that contradict each other, names the one that the others speak against. */
export function checkSubmissionLine(line: SubmissionLine, around: Around, told: Told, sayCell: SayAtCell): void {
  const { table, marks } = told
  const printed = (column: Cell) => cellOf(table, line.row, column)
  const has = (column: Cell) => table.columns.includes(column)
  const wrong = (column: Cell, expected: string, why: string) => {
    line.wrong = true
    sayCell(line.row, column, expected, why)
  }
  if (line.target === null) {
    if (line.items === undefined && has('items')) wrong('items', '报送条数', '报送条数应是 0 或以上的整数。')
    for (const column of ['score', 'completion'] as const) {
      if (has(column) && !isMissing(printed(column))) wrong(column, '—', '没有报送任务，不计得分和完成率。')
    }
    return
  }
  const rule = marks === 'none' ? null : marks
  const scoreIs = (items: number, target: number) => line.score === centiOf(scoreOf(items, target, rule, told.scores))
  const completionIs = (items: number, target: number) =>
    line.completion === percentOf(percentIn(items, target, told.completions))
  const judged = [rule !== null && line.score !== null && scoreIs, line.completion !== null && completionIs].filter(
    (x) => x !== false,
  )
  const all = (items: number, target: number) => judged.length > 0 && judged.every((is) => is(items, target))
  const { target, items } = line
  const otherItems = () => (target ? itemsBehind(line, target, rule).find((n) => all(n, target)) : undefined)
  const otherTarget = () =>
    items ? targetsBehind(line, items, rule, told.targets).find((t) => t > 0 && all(items, t)) : undefined
  if (target === undefined) {
    const mended = otherTarget()
    if (has('target')) wrong('target', mended ? String(mended) : '报送任务', '报送任务应是 1 或以上的整数。')
    line.target = mended
  } else if (items === undefined) {
    const mended = otherItems()
    if (has('items')) {
      wrong(
        'items',
        mended === undefined ? '报送条数' : String(mended),
        mended === undefined ? '报送条数应是 0 或以上的整数。' : '由任务、得分和完成率推出；没有报送也应写 0。',
      )
    }
    line.items = mended
  } else if (!all(items, target) && judged.length) {
    const both = judged.length > 1 && judged.every((is) => !is(items, target))
    const other = blame(line, { n: otherItems(), t: otherTarget(), both }, around, told)
    if (other && 'items' in other) {
      wrong('items', String(other.items), `得分和完成率都是按 ${other.items} 条算出的。`)
      line.items = other.items
    } else if (other) {
      wrong('target', String(other.target), `得分和完成率都是按任务 ${other.target} 条算出的。`)
      line.target = other.target
    }
  }
  if (!line.target || line.items === undefined) return
  if (has('score'))
    checkScore(line, marks, told.scores, printed('score'), (expected, why) => wrong('score', expected, why))
  const share = percentIn(line.items, line.target, told.completions)
  if (has('completion') && line.completion !== percentOf(share)) {
    const how = roundingWords(line.items, line.target, share, told.completions.down)
    wrong('completion', share, `${line.items} ÷ ${line.target}${how}。`)
  }
}

/** What items and target would be if all else is right; `both`: score and completion alike speak against what is printed. */
type Others = { n: number | undefined; t: number | undefined; both: boolean }

/** The count or the target that is wrong rather than what was computed of it; null when nothing speaks for that. */
function blame(
  line: SubmissionLine,
  { n, t, both }: Others,
  around: Around,
  { lacking, completions, targets }: Told,
): { items: number } | { target: number } | null {
  const [items, target] = [line.items ?? 0, line.target ?? 1]
  const order = orderTrust(line, items, target, around)
  const total = lacking === null ? 0 : lacking === (n ?? items) - items ? 2 : lacking === 0 ? -2 : 0
  const others = (value: number) => targets.filter((one) => one === value).length - Number(value === target)
  const usual = (value: number) => others(value) > 0
  const strange = t !== undefined && !usual(target) && usual(t)
  // That a wrong percentage would fit a whole number of items by chance is unlikely, unless it is a whole one itself.
  const exact = completions.decimals > 0 && line.completion !== null ? 1 : 0
  const itemsTrust = n === undefined ? -9 : (both ? 2 : exact) + order + total - (strange ? 1 : 0)
  const targetTrust =
    t === undefined
      ? -9
      : (both ? 2 : exact) + order + (usual(t) ? 0 : -1) + (strange ? 1 : 0) - (usual(target) ? 1 : 0)
  if (n !== undefined && itemsTrust > 0 && itemsTrust >= targetTrust) return { items: n }
  return t !== undefined && targetTrust > 0 ? { target: t } : null
}

/** The score as printed; "" where nothing says how. */
function scoreOf(items: number, target: number, rule: SubmissionRule | null, rounding: Rounding): string {
  if (!rule) return ''
  const { n, d } = submissionValue(items, target, rule)
  return quotientIn(n, d * 100, rounding)
}

function checkScore(
  line: SubmissionLine,
  marks: Marks,
  rounding: Rounding,
  printed: string,
  wrong: (expected: string, why: string) => void,
): void {
  if (marks === 'none') {
    if (!isMissing(printed)) wrong('—', '没有报送计分办法，不计得分。')
    return
  }
  if (marks === null) {
    if (line.score === null) wrong('报送得分', '报送得分应是数字。')
    return
  }
  const score = scoreOf(line.items ?? 0, line.target ?? 1, marks, rounding)
  if (line.score === centiOf(score)) return
  const how =
    marks.by === 'proportional' && marks.cap === marks.full && marks.floor === 0
      ? `满分 ${pointsText(marks.full)} × 报送条数 ${line.items} ÷ 任务 ${line.target}，不超过满分。`
      : `报送条数 ${line.items}、任务 ${line.target}，按说明计分。`
  wrong(score, how)
}

/** Above 0 when the printed completion stands rightly between its neighbours and the computed one does not. */
function orderTrust({ completion }: SubmissionLine, items: number, target: number, [above, below]: Around): number {
  if (completion === null) return 0
  const stands = (n: number, d: number) =>
    (above === null || compareRatios(n, d, above, 10000) <= 0) &&
    (below === null || compareRatios(n, d, below, 10000) >= 0)
  return Number(stands(completion, 10000)) - Number(stands(items, target))
}

const near = (value: number) => [Math.round(value), Math.floor(value), Math.ceil(value)]

/** Numbers of items of which completion or score may have been computed. */
function itemsBehind({ completion, score }: SubmissionLine, target: number, rule: SubmissionRule | null): number[] {
  if (completion !== null) return near((completion * target) / 10000)
  return score !== null && rule && score < rule.full ? near((score * target) / rule.full) : []
}

/** Targets of which they may have been computed, those of other rows first. */
function targetsBehind(
  { completion, score }: SubmissionLine,
  items: number,
  rule: SubmissionRule | null,
  targets: readonly number[],
): number[] {
  const exact = completion
    ? near((items * 10000) / completion)
    : score && rule && score < rule.full
      ? near((items * rule.full) / score)
      : []
  return exact.length ? [...new Set([...targets, ...exact])] : []
}
