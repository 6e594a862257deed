import 'server-only'
import { asc, desc } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { noticeDrafts, unitAliases, units } from '@/db/schema'
import { districtOf, foldName, namesBook } from '@/lib/domain/base/names'
import { noticeDefaults } from '@/lib/domain/notices/defaults'
import type { Category } from '@/lib/domain/office/category'
import { quarterOfInstant } from '@/lib/domain/time/quarter'
import { houseIn } from '../../notices/inner/house'

/** A unit with all names that the register has for it. */
export type RegisteredUnit = { id: string; name: string; category: Category; position: number; aliases: string[] }

/** The register in its official order. */
export async function unitsNow(tx: Database): Promise<RegisteredUnit[]> {
  const rows = await tx.select().from(units).orderBy(asc(units.position))
  const others = await tx.select().from(unitAliases)
  return rows.map((unit) => ({
    ...unit,
    aliases: others.flatMap(({ name, unitId }) => (unitId === unit.id ? [name] : [])),
  }))
}

/** What the office's own district is called: as the office says, else by the body in whose name it last headed a notice. */
export async function districtNow(tx: Database): Promise<string | null> {
  const { district } = await houseIn(tx)
  if (district !== '') return foldName(district)
  const { issuer, createdAt } = noticeDrafts
  const [last] = await tx.select({ issuer }).from(noticeDrafts).orderBy(desc(createdAt)).limit(1)
  const now = Date.now()
  return districtOf(last?.issuer ?? '') ?? districtOf(noticeDefaults(quarterOfInstant(now), now).issuer)
}

/** Whose a name is, by its folding: as registered, or as such names go. */
export async function unitsByName(tx: Database): Promise<ReadonlyMap<string, RegisteredUnit>> {
  return namesBook(await unitsNow(tx), await districtNow(tx))
}
