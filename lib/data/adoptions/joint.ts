import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { instructions, items, itemUnits } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { foldName } from '@/lib/domain/base/names'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant, type Quarter } from '@/lib/domain/time/quarter'
import type { JointInput } from '@/lib/schemas/adoptions'
import { authorize } from '../core/authorize'
import { load, recordEvent, sameVersion } from '../core/load'
import { itemScope } from '../core/scope'
import { write } from '../core/write'
import { scoringQuarter } from '../notices/inner/open-quarter'
import { unitsByName } from '../office/inner/names'
import { sharingFault } from '../rules/inner/sharing'
import { jointUnits } from './inner/joint'

/** The units that share an item, by name; of an item out of reach nothing is said. */
export async function jointUnitsOf(viewer: Viewer, itemId: string): Promise<string[]> {
  authorize(viewer, 'item.read')
  const within = db()
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.id, itemId), itemScope(viewer)))
  return (await jointUnits(db(), within)).map(({ unit }) => unit)
}

/**
 * Names the units that share an item with the one that sent it; none makes it its own again. What is adopted from now
 * on is shared among them, as the rules say.
 */
export function nameJoint(viewer: Viewer, input: JointInput, arrival: Arrival): Promise<{ units: string[] }> {
  return write(viewer, 'item.join', arrival, input, async (tx) => {
    const { item } = await load(tx, viewer, 'join', input.id)
    sameVersion(item, input.version)
    const named = await unitsNamed(tx, input.units)
    const moved = await instructedQuarters(tx, item.id)
    const fault = named.some(({ id }) => id === item.unitId)
      ? '报送单位本身不必填写，只填其他合报单位。'
      : await manyFault(tx, [item.unitId, ...named.map(({ id }) => id)], moved, arrival.at)
    if (fault) throw new Fault('invalid', fault, { units: fault })
    await tx.delete(itemUnits).where(eq(itemUnits.itemId, item.id))
    if (named.length > 0)
      await tx.insert(itemUnits).values(named.map(({ id }, i) => ({ itemId: item.id, unitId: id, position: i + 1 })))
    const words = named.map(({ name }) => name)
    await recordEvent(tx, viewer, item, { verb: 'join', at: arrival.at, reason: words.join('、') || '无' })
    const detail = { unit: item.unitId, units: named.map(({ id }) => id) }
    const figures = moved.length > 1 ? ('all' as const) : moved[0]
    await record(
      tx,
      viewer.userId,
      { verb: 'item.join', subject: item.id, detail, ...(figures && { figures }) },
      arrival.at,
    )
    return { units: words }
  })
}

/** Why so many may not share an item: as it would be adopted today, and as instructions on it have scored. */
async function manyFault(tx: Database, among: readonly string[], instructed: readonly Quarter[], at: number) {
  const sharers = among.length
  const quarter = await scoringQuarter(tx, dayOfInstant(at), at)
  const adopted = await sharingFault(tx, 'adoption', { quarter, sharers, among })
  if (adopted) return adopted
  for (const of of instructed) {
    const fault = await sharingFault(tx, 'instruction', { quarter: of, sharers, among })
    if (fault) return fault
  }
  return null
}

/** The quarters in which an instruction on an item scores: it goes to all who share the item. */
async function instructedQuarters(tx: Database, itemId: string): Promise<Quarter[]> {
  const rows = await tx
    .selectDistinct({ quarter: instructions.quarter })
    .from(instructions)
    .where(and(eq(instructions.itemId, itemId), isNull(instructions.revokedAt)))
  return rows.map(({ quarter }) => quarter)
}

/** The units of these names, or former names, each once; whoever is none is named. */
async function unitsNamed(tx: Database, names: readonly string[]): Promise<{ id: string; name: string }[]> {
  const register = await unitsByName(tx)
  const found = names.map((name) => register.get(foldName(name)))
  const unknown = names.filter((_, i) => !found[i])
  if (unknown.length > 0) {
    const fault = `名册中没有“${unknown.join('”“')}”，请写单位全称，用顿号隔开。`
    throw new Fault('invalid', fault, { units: fault })
  }
  return [...new Map(found.flatMap((unit) => (unit ? [[unit.id, unit] as const] : []))).values()]
}
