import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { adoptionRevocations, adoptions, items } from '@/db/schema'
import type { AdoptionFacts } from '@/lib/domain/adoptions/adoption'
import type { Viewer } from '@/lib/domain/people/policy'
import { scopeOfNamed } from '../core/scope'
import { inForce } from './inner/in-force'

/** An adoption in force, as units and editors read it. */
export type Adoption = AdoptionFacts & {
  id: string
  itemId: string
  evidence: string | null
  sharers: number
  recordedAt: number
}

/** The adoptions in force of the given items, oldest first, within the viewer's reach. */
export async function adoptionsOf(
  viewer: Viewer,
  itemIds: readonly string[],
  from: Database = db(),
): Promise<Adoption[]> {
  if (itemIds.length === 0) return []
  const rows = await from
    .select({
      id: adoptions.id,
      itemId: adoptions.itemId,
      kind: adoptions.kind,
      adoptedOn: adoptions.adoptedOn,
      quarter: adoptions.quarter,
      publication: adoptions.publication,
      issueNo: adoptions.issueNo,
      evidence: adoptions.evidence,
      sharers: adoptions.sharers,
      recordedAt: adoptions.recordedAt,
    })
    .from(adoptions)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(and(inArray(adoptions.itemId, [...itemIds]), inForce, scopeOfNamed(viewer)))
    .orderBy(adoptions.adoptedOn, adoptions.recordedAt)
  return rows
}
