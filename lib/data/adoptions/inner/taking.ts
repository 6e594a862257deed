import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionCredits } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'
import { pointsOf } from '@/lib/domain/rules/adoption'
import type { GradeInput } from '@/lib/schemas/adoptions'
import { isClosed, scoringQuarter } from '../../notices/inner/open-quarter'
import { type Adoption, adoptionsOf } from '../reading'
import { besides } from './asking'
import { jointUnits } from './joint'
import type { Shared } from './record'

type Taking = GradeInput & { unitId: string }

/**
 * The adoption of an item that is there already when a publication takes it in the same kind: it `stands`, and nothing is
 * recorded; or, recorded without a publication in a quarter that is still open, and scoring otherwise by what the publication
 * or the sharing is worth, its place is taken (`replaces`). Neither where nothing is there.
 */
export async function standingTaking(
  tx: Database,
  viewer: Viewer,
  taking: Taking,
  shared: Shared | undefined,
  at: number,
): Promise<{ stands?: Adoption; replaces?: Adoption }> {
  const all = await adoptionsOf(viewer, [taking.id], tx)
  const there = all.filter(({ kind }) => kind === taking.kind)
  const [first] = there
  if (!first) return {}
  const bare = there.find(({ publication }) => publication === null)
  const own = there.find(({ publication }) => publication === taking.publication)
  if (own || !bare || there.length > 1) return { stands: own ?? first }
  const quarter = await scoringQuarter(tx, taking.adoptedOn, at)
  const open = bare.quarter === quarter && !(await isClosed(tx, bare.quarter))
  return open && (await scoresOtherwise(tx, taking, shared, bare)) ? { replaces: bare } : { stands: bare }
}

async function scoresOtherwise(
  tx: Database,
  { id: itemId, unitId, kind, publication }: Taking,
  shared: Shared | undefined,
  bare: Adoption,
): Promise<boolean> {
  const [, , rules] = await besides(tx, { itemId, unitId, kind, publication, quarter: bare.quarter }, [])
  if (pointsOf({ kind, publication }, rules) !== pointsOf({ kind }, rules)) return true
  const partners = shared?.with ?? (await jointUnits(tx, [itemId])).map((one) => one.unitId)
  if ((shared?.sharers ?? partners.length + 1) !== bare.sharers) return true
  if (bare.sharers === 1) return false
  const credited = await tx
    .select({ unitId: adoptionCredits.unitId })
    .from(adoptionCredits)
    .where(inArray(adoptionCredits.adoptionId, [bare.id]))
  const names = (ids: readonly string[]) => [...ids].sort().join()
  return names(partners) !== names(credited.map((one) => one.unitId))
}
