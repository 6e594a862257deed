import 'server-only'
import { db } from '@/db/client'
import { unitAliases, units } from '@/db/schema'
import type { Category } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'

export type Unit = { id: string; name: string; category: Category; position: number; aliases: string[] }

/** The register of units in their official order. */
export async function register(viewer: Viewer): Promise<Unit[]> {
  authorize(viewer, 'figures.read')
  const [rows, aliases] = await Promise.all([
    db().select().from(units).orderBy(units.position),
    db().select().from(unitAliases),
  ])
  return rows.map((unit) => ({ ...unit, aliases: aliases.filter((a) => a.unitId === unit.id).map((a) => a.name) }))
}
