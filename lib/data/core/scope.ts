import 'server-only'
import { and, eq, exists, isNotNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { commissions, commissionUnits, items } from '@/db/schema'
import type { Role, Viewer } from '@/lib/domain/people/policy'

const NOTHING = sql`1 = 0`

/** The reach of each role over items, as SQL; `reaches` in the policy says the same of one item. */
const ITEM_REACH: Record<Role, (viewer: Viewer) => SQL | undefined> = {
  clerk: (viewer) => ownUnit(viewer),
  signer: (viewer) => ownUnit(viewer),
  editor: () => ofEach(isNotNull(items.submittedAt)),
  reader: () => ofEach(eq(items.state, 'received')),
  operator: () => undefined,
  system_admin: () => NOTHING,
  security_admin: () => NOTHING,
  audit_admin: () => NOTHING,
  visitor: () => NOTHING,
}

/**
 * Asked of each item that a query has found otherwise: as a plain clause SQLite would take it for the way to find them, and
 * walk through all that was ever received for a few named items.
 */
function ofEach(clause: SQL): SQL {
  return sql`case when ${clause} then 1 else 0 end = 1`
}

/** The where-clause that keeps every read of items within the viewer's reach. */
export function itemScope(viewer: Viewer): SQL | undefined {
  return ITEM_REACH[viewer.role](viewer)
}

/**
 * The same where a query names its items: asked of each of those. As a plain clause SQLite would walk through all that
 * the unit ever wrote for eight of them.
 */
export function scopeOfNamed(viewer: Viewer): SQL | undefined {
  const scope = itemScope(viewer)
  return scope && ofEach(scope)
}

function ownUnit(viewer: Viewer): SQL {
  return viewer.unitId ? eq(items.unitId, viewer.unitId) : NOTHING
}

/** The same of commissions: a unit reaches those that ask it, the office and leadership every one. */
export function commissionScope(viewer: Viewer): SQL | undefined {
  if (viewer.role === 'editor' || viewer.role === 'reader') return undefined
  return viewer.unitId ? asks(viewer.unitId) : NOTHING
}

/** Whether a commission asks a unit. */
function asks(unitId: string): SQL {
  const asked = db()
    .select({ one: sql`1` })
    .from(commissionUnits)
    .where(and(eq(commissionUnits.commissionId, commissions.id), eq(commissionUnits.unitId, unitId)))
  return exists(asked)
}
