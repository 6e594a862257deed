import 'server-only'
import { createHash } from 'node:crypto'
import { count, desc, eq, sum } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { adoptions, items, pastFigures, pastQuarters, rules } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { ImportRefused } from '@/lib/domain/base/import-refused'
import { withOtherNames } from '@/lib/domain/base/names'
import {
  type PastFigures,
  type PastRegister,
  type PastUnit,
  type RawTable,
  readPast,
  type TableFault,
} from '@/lib/domain/figures/past'
import { categoriesIn } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import { rulesByCategory } from '@/lib/domain/rules/book'
import { type Quarter, quarterBounds, quarterName } from '@/lib/domain/time/quarter'
import type { PastInput } from '@/lib/schemas/figures'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { categoriesNow } from '../office/inner/categories'
import { districtNow, unitsNow } from '../office/inner/names'

/** An old quarter that came in as figures only. */
export type PastQuarter = { quarter: Quarter; source: string; recordedAt: number; units: number; items: number }

/** What was read out of the files: tables, and what could not be read. */
export type PastTables = { tables: readonly RawTable[]; faults: readonly TableFault[] }

/**
 * Takes in a quarter's tables, all or nothing: with one fault nothing is written. They replace what was taken in for
 * the quarter before; the same again changes nothing and leaves no trace. Throws ImportRefused with every fault.
 */
export function importPast(
  viewer: Viewer,
  { quarter, source }: PastInput,
  { tables, faults }: PastTables,
  arrival: Arrival,
): Promise<{ units: number; items: number; changed: boolean }> {
  const body = { quarter, source, tables }
  return write(viewer, 'past.import', arrival, body, async (tx) => {
    authorize(viewer, 'past.import')
    await mayStand(tx, quarter, arrival.at)
    const register = await registerOf(tx, quarter)
    const { figures, faults: within } = readPast(tables, register, faults.length === 0)
    if (faults.length + within.length > 0) throw new ImportRefused([...faults, ...within])
    const answer = { units: figures.length, items: figures.reduce((n, { items: own }) => n + own, 0) }
    if (await stands(tx, quarter, source, figures)) return { ...answer, changed: false }
    await tx.delete(pastFigures).where(eq(pastFigures.quarter, quarter))
    await tx.delete(pastQuarters).where(eq(pastQuarters.quarter, quarter))
    await tx.insert(pastQuarters).values({ quarter, source, recordedAt: arrival.at })
    await tx.insert(pastFigures).values(figures.map((row) => columnsOf(quarter, row)))
    const detail = { ...answer, figures: digestOfFigures(figures), source: digestOf(source) }
    await record(tx, viewer.userId, { verb: 'past.import', subject: quarter, detail, figures: quarter }, arrival.at)
    return { ...answer, changed: true }
  })
}

/** The old quarters that are there, newest first. */
export async function pastQuartersOf(viewer: Viewer): Promise<PastQuarter[]> {
  authorize(viewer, 'past.import')
  const rows = await db()
    .select({
      quarter: pastQuarters.quarter,
      source: pastQuarters.source,
      recordedAt: pastQuarters.recordedAt,
      units: count(pastFigures.unitId),
      items: sum(pastFigures.items).mapWith(Number),
    })
    .from(pastQuarters)
    .leftJoin(pastFigures, eq(pastFigures.quarter, pastQuarters.quarter))
    .groupBy(pastQuarters.quarter, pastQuarters.source, pastQuarters.recordedAt)
    .orderBy(desc(pastQuarters.quarter))
  return rows
}

/** Refuses a quarter that is not over, and one whose figures are counted from items. */
async function mayStand(tx: Database, quarter: Quarter, now: number): Promise<void> {
  if (now < quarterBounds(quarter).to)
    throw new Fault('conflict', `${quarterName(quarter)}尚未结束，不能作为历史数据录入。`)
  const [item] = await tx.select({ id: items.id }).from(items).where(eq(items.quarter, quarter)).limit(1)
  const [adoption] = await tx
    .select({ id: adoptions.id })
    .from(adoptions)
    .where(eq(adoptions.quarter, quarter))
    .limit(1)
  if (item || adoption)
    throw new Fault('conflict', `该季度已有信息明细：${quarterName(quarter)}的数字由明细相加而来，不能另录。`)
}

async function namedUnits(tx: Database): Promise<PastUnit[]> {
  const rows = await unitsNow(tx)
  if (rows.length === 0) throw new Fault('conflict', '单位名册还是空的，请先导入单位名册。')
  return withOtherNames(rows, await districtNow(tx))
}

/** The units of the categories that hold in the quarter, with the rules by which their figures are checked. */
async function registerOf(tx: Database, quarter: Quarter): Promise<PastRegister> {
  const rows = await tx.select().from(rules)
  const categories = rulesByCategory(rows, categoriesIn(await categoriesNow(tx), quarter), quarter)
  const known = new Set(categories.map(({ category }) => category.key))
  const named = (await namedUnits(tx)).filter(({ category }) => known.has(category))
  const without = categories.filter(
    ({ category, rules }) => rules.size === 0 && named.some((unit) => unit.category === category.key),
  )
  if (without.length > 0) {
    const whose = without.map(({ category }) => category.name).join('、')
    throw new Fault(
      'conflict',
      `${quarterName(quarter)}没有${whose}的计分办法，无法核对总分和得分。请先在“计分办法”中写入该季度起的分值，或用 import 命令导入 rules.csv。`,
    )
  }
  return { units: named, categories }
}

/** Whether exactly this is what the quarter holds already. */
async function stands(
  tx: Database,
  quarter: Quarter,
  source: string,
  figures: readonly PastFigures[],
): Promise<boolean> {
  const [before] = await tx.select().from(pastQuarters).where(eq(pastQuarters.quarter, quarter))
  if (before?.source !== source) return false
  const rows = await tx.select().from(pastFigures).where(eq(pastFigures.quarter, quarter))
  const byUnit = new Map(rows.map((row) => [row.unitId, JSON.stringify(row)]))
  return (
    rows.length === figures.length &&
    figures.every((row) => byUnit.get(row.unitId) === JSON.stringify(columnsOf(quarter, row)))
  )
}

/** A row of the table, its keys in the order of the columns. */
function columnsOf(quarter: Quarter, { unitId, quarterlyItems, items: own, annualPoints, counts }: PastFigures) {
  return { quarter, unitId, quarterlyItems, items: own, annualPoints, counts: JSON.stringify(counts) }
}

function digestOfFigures(figures: readonly PastFigures[]): string {
  return createHash('sha256').update(JSON.stringify(figures)).digest('hex')
}
