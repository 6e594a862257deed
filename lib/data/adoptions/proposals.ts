import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { gradeProposals, items, units, users } from '@/db/schema'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { itemScope } from '../core/scope'
import { sentTitle } from '../items/inner/sent'
import { mustBeReleased } from './inner/second-eyes'

export type ProposalRow = typeof gradeProposals.$inferSelect

export type Proposal = Pick<
  ProposalRow,
  'id' | 'itemId' | 'adoptedOn' | 'publication' | 'issueNo' | 'evidence' | 'proposedAt'
> & {
  kind: Kind
  by: string
  /** Whether this viewer proposed it: the releaser is somebody else. */
  own: boolean
}

const columns = {
  id: gradeProposals.id,
  itemId: gradeProposals.itemId,
  kind: gradeProposals.kind,
  adoptedOn: gradeProposals.adoptedOn,
  publication: gradeProposals.publication,
  issueNo: gradeProposals.issueNo,
  evidence: gradeProposals.evidence,
  proposedAt: gradeProposals.proposedAt,
  proposedBy: gradeProposals.proposedBy,
  by: users.name,
}

function asProposal<R extends { kind: string; proposedBy: string }>(viewer: Viewer, { proposedBy, ...row }: R) {
  return { ...row, own: proposedBy === viewer.userId }
}

/** What waits on the given items, oldest first. */
export async function proposalsOf(
  viewer: Viewer,
  itemIds: readonly string[],
  from: Database = db(),
): Promise<Proposal[]> {
  authorize(viewer, 'desk.read')
  if (itemIds.length === 0) return []
  const rows = await from
    .select(columns)
    .from(gradeProposals)
    .innerJoin(users, eq(users.id, gradeProposals.proposedBy))
    .where(and(inArray(gradeProposals.itemId, [...itemIds]), eq(gradeProposals.state, 'waiting')))
    .orderBy(asc(gradeProposals.proposedAt))
  return rows.map((row) => asProposal(viewer, row))
}

/** 待发布: everything that waits, oldest first, at most 200, with the item's title and unit. */
export async function waitingProposals(viewer: Viewer): Promise<(Proposal & { title: string; unit: string })[]> {
  authorize(viewer, 'desk.read')
  const rows = await db()
    .select({ ...columns, title: sentTitle, unit: units.name })
    .from(gradeProposals)
    .innerJoin(users, eq(users.id, gradeProposals.proposedBy))
    .innerJoin(items, eq(items.id, gradeProposals.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .where(and(eq(gradeProposals.state, 'waiting'), itemScope(viewer)))
    .orderBy(asc(gradeProposals.proposedAt))
    .limit(200)
  return rows.map((row) => asProposal(viewer, row))
}

/** How many wait, or null where nothing waits and nothing has to. */
export async function waitingCount(viewer: Viewer): Promise<number | null> {
  authorize(viewer, 'desk.read')
  const [row] = await db()
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(gradeProposals)
    .where(eq(gradeProposals.state, 'waiting'))
  const n = row?.n ?? 0
  return n > 0 || (await mustBeReleased(db())) ? n : null
}
