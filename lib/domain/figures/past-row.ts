import { type Counts, KINDS, noCounts } from '../adoptions/kinds'
import { type Centi, formatCenti, parseCenti, roundedQuotient } from '../base/exact'
import type { Column } from '../checking/columns'
import type { Rules } from '../rules/book'
import { submissionRule } from '../rules/submission'
import { adoptionPoints, completion, share, submissionScore } from './scoring'

/** What stands in a column of a row, squashed. */
export type Cells = (column: Column) => string
/** Says what is wrong in a column. */
export type SayCell = (column: Column, why: string) => void

/** A unit's line of a table of submissions; a target that was never set is null. */
export type PastSubmitted = { quarterlyItems: number | null; items: number }
/** A unit's line of a table of adoptions. */
export type PastAdopted = { annualPoints: Centi | null; counts: Counts }

const DASH = /^[—–\-/]+$/
const ZERO = /^0+(?:\.0+)?%?$/
const MISSING = '—'

/** A line of submissions, or null after saying what is wrong; score and completion must follow from the counts. */
export function submittedIn(cell: Cells, rules: Rules, say: SayCell): PastSubmitted | null {
  const quarterlyItems = target(cell, 'target', readWhole, 'completion', say)
  const items = itemsIn(cell, say)
  if (quarterlyItems === undefined || items === undefined) return null
  const rule = submissionRule(rules)
  const goal = quarterlyItems
  const given = `报送 ${items} 条、任务 ${goal ?? '未定'}${goal === null ? '' : ' 条'}`
  const score = goal === null || rule === null ? null : submissionScore(items, goal, rule)
  const right = [
    follows(cell, 'score', score, `按${given}、满分 ${rule === null ? '未定' : formatCenti(rule.full)} 分`, say),
    follows(cell, 'completion', goal === null ? null : completion(items, goal), `按${given}`, say),
  ]
  return right.every(Boolean) ? { quarterlyItems, items } : null
}

/** A line of adoptions, or null after saying what is wrong; points and share must follow from the counts. */
export function adoptedIn(cell: Cells, rules: Rules, say: SayCell): PastAdopted | null {
  const annualPoints = target(cell, 'annual', parseCenti, 'share', say)
  const counts = noCounts()
  let whole = annualPoints !== undefined
  for (const { kind } of KINDS) {
    // In these columns a blank is a 0.
    const count = cell(kind) === '' ? 0 : readWhole(cell(kind))
    if (count === null) say(kind, `“${cell(kind)}”无效，须是 0 以上的整数，空白作 0 计。`)
    whole &&= count !== null
    counts[kind] = count ?? 0
  }
  if (!whole || annualPoints === undefined) return null
  const points = adoptionPoints(counts, rules)
  const given = `按计分办法`
  const right = [
    follows(cell, 'points', formatCenti(points), given, say),
    follows(cell, 'share', annualPoints === null ? null : share(points, annualPoints), given, say),
  ]
  return right.every(Boolean) ? { annualPoints, counts } : null
}

/**
 * A target: a number of 1 or more, or null for a dash, or for a blank where nothing was judged by it either; undefined
 * after saying what is wrong.
 */
function target(
  cell: Cells,
  column: Column,
  read: (s: string) => number | null,
  judged: Column,
  say: SayCell,
): number | null | undefined {
  const s = cell(column)
  if (DASH.test(s) || (s === '' && (cell(judged) === '' || DASH.test(cell(judged))))) return null
  const value = read(s)
  if (value !== null && value > 0) return value
  say(column, s === '' ? '不能为空；没有任务的写“—”。' : `“${s}”无效，须是 1 以上的数字。`)
  return undefined
}

function itemsIn(cell: Cells, say: SayCell): number | undefined {
  const s = cell('items')
  const items = s === '' && [cell('completion'), cell('score')].some((printed) => ZERO.test(printed)) ? 0 : readWhole(s)
  if (items !== null) return items
  say('items', s === '' ? '不能为空；完成率或得分印为 0 的，空白才作 0 计。' : `“${s}”无效，须是 0 以上的整数。`)
  return undefined
}

function readWhole(s: string): number | null {
  return /^\d{1,7}(?:\.0+)?$/.test(s) ? Number(s) : null
}

/** Whether what is printed is what follows (a blank says nothing); says what is expected if not. */
function follows(cell: Cells, column: Column, expected: string | null, given: string, say: SayCell): boolean {
  const printed = cell(column)
  if (printed === '') return true
  if (expected === null ? DASH.test(printed) : sameFigure(printed, expected)) return true
  say(column, `“${printed}”不符，${given}应为 ${expected ?? MISSING}。`)
  return false
}

/** More decimals than anybody prints: a cell that a spreadsheet computed and shows rounded. */
const COMPUTED = 4

/**
 * Whether two figures are one: 5 is 5.00 and 350% is 350.00%. A spreadsheet's own percentage comes as a ratio (3.5),
 * and its computed cells with all their decimals; they are rounded as they are shown.
 */
export function sameFigure(printed: string, expected: string): boolean {
  const percent = expected.endsWith('%')
  const a = decimal(printed.replace(/%$/, ''))
  const b = decimal(expected.replace(/%$/, ''))
  if (!a || !b || (!percent && printed.endsWith('%'))) return false
  const ratio = percent && !printed.endsWith('%')
  const n = ratio ? a.n * 100n : a.n
  if (ratio || a.decimals > COMPUTED) return roundedQuotient(n, 10n ** BigInt(a.decimals), b.decimals) === b.written
  return n * 10n ** BigInt(b.decimals) === b.n * 10n ** BigInt(a.decimals)
}

function decimal(s: string): { n: bigint; decimals: number; written: string } | null {
  const match = /^(\d{1,9})(?:\.(\d{1,20}))?$/.exec(s)
  if (!match) return null
  const [written, whole = '', part = ''] = match
  return { n: BigInt(whole + part), decimals: part.length, written }
}
