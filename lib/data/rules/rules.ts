import 'server-only'
import { record } from '@/db/audit'
import { type Database, snapshot } from '@/db/client'
import { rules } from '@/db/schema'
import { isKind, type KindRow } from '@/lib/domain/adoptions/kinds'
import type { Arrival } from '@/lib/domain/base/arrival'
import { fieldFault } from '@/lib/domain/base/fault'
import { type Category, type CategoryRow, categoriesIn, categoryPlace } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import {
  type CategoryRules,
  ENDED,
  RULE_KINDS,
  type RuleRow,
  rulesByCategory,
  rulesInForce,
} from '@/lib/domain/rules/book'
import { contradictionFrom } from '@/lib/domain/rules/contradictions'
import { ruleName } from '@/lib/domain/rules/row-words'
import { nextQuarter, type Quarter, quarterName } from '@/lib/domain/time/quarter'
import type { RuleInput } from '@/lib/schemas/rules'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { lastClosed } from '../notices/inner/open-quarter'
import { categoriesNow } from '../office/inner/categories'
import { kindsNow, knowsKind } from './inner/levels'
import { keyOfRule, requireOpen, ruleLogged, ruleRows, ruleSubject, ruleValues } from './inner/lines'
import { widelySharedFault } from './inner/sharing'
import { unnamedPublications } from './inner/unnamed'

export type RuleBook = {
  quarter: Quarter
  /** What holds in the quarter for each of the categories that do. */
  inForce: CategoryRules[]
  /** Every category, whether or not it holds in the quarter. */
  categories: CategoryRow[]
  /** Every line that was ever written, newest first. */
  rows: RuleRow[]
  kinds: KindRow[]
  /** The first quarter from which a line may still be written or taken away; null where nothing is closed. */
  openFrom: Quarter | null
  /** What is to be said of points of publications that nobody has so named, as of the quarter. */
  remarks: string[]
}

/** The rule book as it stands, and what of it holds in a quarter. */
export async function ruleBook(viewer: Viewer, quarter: Quarter): Promise<RuleBook> {
  authorize(viewer, 'figures.read')
  return snapshot(async (tx) => {
    const categories = await categoriesNow(tx)
    const rows = (await ruleRows(tx)).toSorted(newestFirst(categories))
    const closed = await lastClosed(tx)
    return {
      quarter,
      inForce: rulesByCategory(rows, categoriesIn(categories, quarter), quarter),
      categories,
      rows,
      kinds: await kindsNow(tx),
      openFrom: closed && nextQuarter(closed.quarter),
      remarks: await unnamedPublications(tx, rows, quarter),
    }
  })
}

/**
 * Writes a line of the rule book from a quarter on, in place of one for the same quarter. Figures that an issued notice
 * or an old quarter's paper has settled do not move: a line may only hold from a quarter after all of those. Gives how
 * many lines changed and for whom it was written; the same again changes none.
 */
export function writeRule(
  viewer: Viewer,
  input: RuleInput,
  arrival: Arrival,
): Promise<{ changed: number; names: string[] }> {
  return write(viewer, 'rule.write', arrival, input, async (tx) => {
    authorize(viewer, 'rule.write')
    const { category: only, ...line } = input
    const all = await categoriesNow(tx)
    const chosen = all.filter(({ key }) => only === null || key === only)
    if (chosen.length === 0) throw fieldFault('for', 'invalid', '没有这一类别，请重新选择。')
    const categories = chosen.map(({ key }) => key)
    const names = chosen.map(({ name }) => name)
    await requireOpen(tx, line.validFrom, 'validFrom')
    if (isKind(line.kind) && !(await knowsKind(tx, line.kind)))
      throw fieldFault('line', 'invalid', '没有这一采用级别，请先增加。')
    const rows = await ruleRows(tx)
    const changing = categories.filter((category) => !rows.some((row) => row.category === category && same(row, line)))
    // For all, only those are ended that hold.
    const written =
      line.choice === ENDED
        ? changing.filter((category) => rulesInForce(rows, category, line.validFrom).has(line.kind))
        : changing
    if (written.length === 0 && changing.length === categories.length) {
      throw fieldFault(
        'ended',
        'conflict',
        `${names.join('、')}到${quarterName(line.validFrom)}没有“${ruleName(line.kind)}”的规定，不用停用。`,
      )
    }
    const others = rows.filter((row) => !written.includes(row.category) || !sameKey(row, line))
    const after = [...others, ...written.map((category) => ({ category, ...line }))]
    const from = line.validFrom
    const fault =
      written
        .map((category) => contradictionFrom(after, { category, from, kinds: [line.kind] }))
        .find((against) => against !== null) ?? (await widelySharedFault(tx, from, after, all))
    if (fault) throw fieldFault(fieldOf(line), 'conflict', fault)
    for (const category of written) {
      const was = rows.find((row) => row.category === category && sameKey(row, line))
      await keep(tx, { category, ...line }, was !== undefined)
      const detail = { ...ruleLogged({ category, ...line }), from: was && ruleValues(was), to: ruleValues(line) }
      const subject = ruleSubject(line.kind)
      await record(tx, viewer.userId, { verb: 'rule.write', subject, detail, figures: 'all' }, arrival.at)
    }
    return { changed: written.length, names }
  })
}

type Line = Omit<RuleInput, 'category'>

async function keep(tx: Database, row: Line & { category: Category }, stands: boolean): Promise<void> {
  if (!stands) return void (await tx.insert(rules).values(row))
  const { category, validFrom, kind, points, choice, source } = row
  await tx.update(rules).set({ points, choice, source }).where(keyOfRule({ category, validFrom, kind }))
}

/** The question of the form whose answer decides what a line says. */
function fieldOf({ kind, choice }: Line): 'ended' | 'points' | 'line' {
  if (choice === ENDED) return 'ended'
  return kind === 'rank_submission' || kind === 'joint' ? 'line' : 'points'
}

function sameKey(row: RuleRow, line: Line): boolean {
  return row.validFrom === line.validFrom && row.kind === line.kind
}

function same(row: RuleRow, line: Line): boolean {
  const { points, choice, source } = line
  return sameKey(row, line) && row.points === points && (row.choice ?? null) === choice && row.source === source
}

const newestFirst =
  (categories: readonly CategoryRow[]) =>
  (a: RuleRow, b: RuleRow): number => {
    const usual = ({ kind }: RuleRow) => (RULE_KINDS as readonly string[]).indexOf(kind) + 1 || RULE_KINDS.length + 1
    return (
      b.validFrom.localeCompare(a.validFrom) ||
      categoryPlace(categories, a.category) - categoryPlace(categories, b.category) ||
      usual(a) - usual(b) ||
      a.kind.localeCompare(b.kind, 'zh')
    )
  }
