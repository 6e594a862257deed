import 'server-only'
import { and, eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { type Database, snapshot } from '@/db/client'
import { levels, rules } from '@/db/schema'
import { addedLevel, isKind, type KindRow, levelFault } from '@/lib/domain/adoptions/kinds'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { type Category, type CategoryRow, categoriesIn, categoryPlace } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import {
  type CategoryRules,
  ENDED,
  RULE_KINDS,
  type RuleKind,
  type RuleRow,
  rulesByCategory,
  rulesInForce,
} from '@/lib/domain/rules/book'
import { isPublication, ruleName } from '@/lib/domain/rules/row-words'
import { nextQuarter, type Quarter, quarterName } from '@/lib/domain/time/quarter'
import type { LevelInput, RuleInput } from '@/lib/schemas/rules'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { lastClosed, settledFault } from '../notices/inner/open-quarter'
import { categoriesNow } from '../office/inner/categories'
import { kindsNow, knowsKind, levelsNow } from './inner/levels'

export type RuleBook = {
  quarter: Quarter
  /** What holds in the quarter for each of the categories that do. */
  inForce: CategoryRules[]
  /** Every category, whether or not it holds in the quarter. */
  categories: CategoryRow[]
  /** Every line that was ever written, newest first. */
  rows: RuleRow[]
  kinds: KindRow[]
  /** The first quarter from which a line may still be written; null where nothing is closed. */
  openFrom: Quarter | null
}

/** The rule book as it stands, and what of it holds in a quarter. */
export async function ruleBook(viewer: Viewer, quarter: Quarter): Promise<RuleBook> {
  authorize(viewer, 'figures.read')
  return snapshot(async (tx) => {
    const categories = await categoriesNow(tx)
    const rows = (await rowsOf(tx)).toSorted(newestFirst(categories))
    const closed = await lastClosed(tx)
    return {
      quarter,
      inForce: rulesByCategory(rows, categoriesIn(categories, quarter), quarter),
      categories,
      rows,
      kinds: await kindsNow(tx),
      openFrom: closed && nextQuarter(closed.quarter),
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
    const chosen = (await categoriesNow(tx)).filter(({ key }) => only === null || key === only)
    if (chosen.length === 0) throw at('for', 'invalid', '没有这一类别，请重新选择。')
    const categories = chosen.map(({ key }) => key)
    const names = chosen.map(({ name }) => name)
    await requireOpen(tx, line.validFrom)
    if (isKind(line.kind) && !(await knowsKind(tx, line.kind)))
      throw at('line', 'invalid', '没有这一采用级别，请先增加。')
    const rows = await rowsOf(tx)
    const changing = categories.filter((category) => !rows.some((row) => row.category === category && same(row, line)))
    // For all, only those are ended that hold.
    const written =
      line.choice === ENDED
        ? changing.filter((category) => rulesInForce(rows, category, line.validFrom).has(line.kind))
        : changing
    if (written.length === 0 && changing.length === categories.length) {
      throw at(
        'ended',
        'conflict',
        `${names.join('、')}到${quarterName(line.validFrom)}没有“${ruleName(line.kind)}”的规定，不用停用。`,
      )
    }
    for (const category of written) {
      const was = rows.find((row) => row.category === category && sameKey(row, line))
      await keep(tx, { category, ...line }, was !== undefined)
      const detail = {
        category,
        validFrom: line.validFrom,
        ...named(line.kind),
        from: was && values(was),
        to: values(line),
      }
      const subject = isPublication(line.kind) ? 'publication' : line.kind
      await record(tx, viewer.userId, { verb: 'rule.write', subject, detail, figures: 'all' }, arrival.at)
    }
    return { changed: written.length, names }
  })
}

/** Adds a level of adoption above the others ("国家级"); it scores once its kinds have points. Gives its name. */
export function addLevel(viewer: Viewer, { short, formed }: LevelInput, arrival: Arrival): Promise<{ level: string }> {
  return write(viewer, 'level.add', arrival, { short, formed }, async (tx) => {
    authorize(viewer, 'level.add')
    const known = await levelsNow(tx)
    const fault = levelFault(
      short,
      known.map(({ level }) => level),
    )
    if (fault) throw at('short', 'invalid', fault)
    const position = Math.max(0, ...known.map((row) => row.position)) + 1
    const row = addedLevel(`${short}采用`, formed, position)
    await tx.insert(levels).values(row)
    // No `figures`: nothing is adopted there yet, and nothing scores.
    await record(tx, viewer.userId, { verb: 'level.add', subject: row.level, detail: { formed, position } }, arrival.at)
    return { level: row.level }
  })
}

type Line = Omit<RuleInput, 'category'>

async function requireOpen(tx: Database, validFrom: Quarter): Promise<void> {
  const message = await settledFault(tx, validFrom)
  if (message !== null) throw at('validFrom', 'conflict', message)
}

async function rowsOf(tx: Database): Promise<RuleRow[]> {
  const rows = await tx.select().from(rules)
  return rows
}

async function keep(tx: Database, row: Line & { category: Category }, stands: boolean): Promise<void> {
  if (!stands) return void (await tx.insert(rules).values(row))
  const { category, validFrom, kind, points, choice, source } = row
  const key = and(eq(rules.category, category), eq(rules.validFrom, validFrom), eq(rules.kind, kind))
  await tx.update(rules).set({ points, choice, source }).where(key)
}

function sameKey(row: RuleRow, line: Line): boolean {
  return row.validFrom === line.validFrom && row.kind === line.kind
}

function same(row: RuleRow, line: Line): boolean {
  const { points, choice, source } = line
  return sameKey(row, line) && row.points === points && (row.choice ?? null) === choice && row.source === source
}

/** Of a line, what the log holds; of text that a person wrote, its digest. */
function values({ points, choice = null, source }: Pick<RuleRow, 'points' | 'choice' | 'source'>) {
  return { points, choice, source: source && digestOf(source) }
}

function named(kind: RuleKind): { publication?: string } {
  return isPublication(kind) ? { publication: digestOf(kind) } : {}
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

function at(field: string, code: 'invalid' | 'conflict', message: string): Fault {
  return new Fault(code, message, { [field]: message })
}
