import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { gradeProposals, items, units, users } from '@/db/schema'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { type Kind, kindName } from '@/lib/domain/adoptions/kinds'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { chineseDate, quarterOfDay } from '@/lib/domain/time/quarter'
import type { GradeInput, ProposalInput } from '@/lib/schemas/adoptions'
import { authorize } from '../core/authorize'
import { recordEvent } from '../core/load'
import { itemScope } from '../core/scope'
import { type Arrival, write } from '../core/write'
import { sentTitle } from '../items/sent'
import { gradable, recordAdoption } from './adoptions'
import { mustBeReleased } from './second-eyes'

type Row = typeof gradeProposals.$inferSelect
export type Proposal = Pick<
  Row,
  'id' | 'itemId' | 'adoptedOn' | 'publication' | 'issueNo' | 'evidence' | 'proposedAt'
> & {
  kind: Kind
  by: string
  /** Whether this viewer proposed it: the releaser is somebody else. */
  own: boolean
}

/** The core of proposing: what `recordAdoption` asks, and no second proposal of the same. Throws before it writes. */
export async function proposeAdoption(
  tx: Database,
  viewer: Viewer,
  input: GradeInput,
  at: number,
): Promise<{ id: string }> {
  const { item } = await gradable(tx, viewer, input, at)
  const waiting = await proposalsOf(viewer, [item.id], tx)
  const facts = {
    kind: input.kind,
    adoptedOn: input.adoptedOn,
    publication: input.publication || null,
    issueNo: input.issueNo || null,
  }
  const same = (a: typeof facts) =>
    a.kind === facts.kind &&
    a.adoptedOn === facts.adoptedOn &&
    a.publication === facts.publication &&
    a.issueNo === facts.issueNo
  if (waiting.some(same))
    throw new Fault(
      'conflict',
      `这条信息已有相同的采用建议待发布（${kindName(facts.kind)}，${chineseDate(facts.adoptedOn)}），没有重复提出。`,
    )
  const row = {
    id: randomUUID(),
    itemId: item.id,
    ...facts,
    evidence: input.evidence || null,
    state: 'waiting' as const,
    proposedBy: viewer.userId,
    proposedAt: at,
    decidedBy: null,
    decidedAt: null,
    adoptionId: null,
  }
  await tx.insert(gradeProposals).values(row)
  await recordEvent(tx, viewer, item, { verb: 'propose', at, reason: inWords(row) })
  const detail = { proposal: row.id, unit: item.unitId, kind: row.kind, adoptedOn: row.adoptedOn }
  const source = digestOf(row.publication, row.issueNo, row.evidence)
  await record(tx, viewer.userId, { verb: 'item.propose', subject: item.id, detail: { ...detail, source } }, at)
  return { id: row.id }
}

/** Makes an adoption of a proposal. Whoever proposed it doesn't release it. */
export function releaseProposal(
  viewer: Viewer,
  { proposalId }: ProposalInput,
  arrival: Arrival,
): Promise<{ adoptionId: string }> {
  return write(viewer, 'proposal.release', arrival, { proposalId }, async (tx) => {
    authorize(viewer, 'proposal.release')
    const proposal = await waitingOne(tx, proposalId)
    if (proposal.proposedBy === viewer.userId)
      throw new Fault('forbidden', '不能发布自己提出的采用建议，请另一位具有发布权限的编辑发布。')
    const { itemId, kind, adoptedOn, publication, issueNo, evidence } = proposal
    const texts = { publication: publication ?? '', issueNo: issueNo ?? '', evidence: evidence ?? '' }
    const { id } = await recordAdoption(tx, viewer, { id: itemId, kind, adoptedOn, ...texts }, arrival.at)
    await decide(tx, viewer, proposal, { state: 'released', adoptionId: id, at: arrival.at })
    return { adoptionId: id }
  })
}

/** Drops a proposal: whoever may release any, and everybody their own. */
export function dropProposal(
  viewer: Viewer,
  { proposalId }: ProposalInput,
  arrival: Arrival,
): Promise<{ itemId: string }> {
  return write(viewer, 'proposal.drop', arrival, { proposalId }, async (tx) => {
    authorize(viewer, 'proposal.drop')
    const proposal = await waitingOne(tx, proposalId)
    if (proposal.proposedBy !== viewer.userId) authorize(viewer, 'proposal.release')
    return dropped(tx, viewer, proposal, arrival.at)
  })
}

/** Takes one's own proposal back, in a write that undoes several things. */
export async function dropOwnProposal(
  tx: Database,
  viewer: Viewer,
  id: string,
  at: number,
): Promise<{ itemId: string }> {
  const proposal = await waitingOne(tx, id)
  if (proposal.proposedBy !== viewer.userId) throw new Fault('forbidden', '只能撤回自己提出的采用建议。')
  return dropped(tx, viewer, proposal, at)
}

async function dropped(tx: Database, viewer: Viewer, proposal: Row, at: number): Promise<{ itemId: string }> {
  await decide(tx, viewer, proposal, { state: 'dropped', adoptionId: null, at })
  const [item] = await tx
    .select({ id: items.id, version: items.version })
    .from(items)
    .where(eq(items.id, proposal.itemId))
  if (item) await recordEvent(tx, viewer, item, { verb: 'drop_proposal', at, reason: inWords(proposal) })
  return { itemId: proposal.itemId }
}

type Decision = { state: 'released' | 'dropped'; adoptionId: string | null; at: number }

async function decide(tx: Database, viewer: Viewer, proposal: Row, { state, adoptionId, at }: Decision): Promise<void> {
  await tx
    .update(gradeProposals)
    .set({ state, adoptionId, decidedBy: viewer.userId, decidedAt: at })
    .where(eq(gradeProposals.id, proposal.id))
  const { id: subject, itemId: item, proposedBy: by } = proposal
  if (adoptionId !== null)
    await record(
      tx,
      viewer.userId,
      { verb: 'proposal.release', subject, detail: { item, by, adoption: adoptionId } },
      at,
    )
  else await record(tx, viewer.userId, { verb: 'proposal.drop', subject, detail: { item, by } }, at)
}

async function waitingOne(tx: Database, id: string): Promise<Row> {
  const [proposal] = await tx.select().from(gradeProposals).where(eq(gradeProposals.id, id))
  if (!proposal) throw notFound('采用建议')
  if (proposal.state === 'waiting') return proposal
  const became = proposal.state === 'released' ? '已经发布' : '已经撤回或不予发布'
  throw new Fault('conflict', `这条采用建议${became}，没有再次处理。`)
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

/** A proposal scores nowhere yet, so its quarter is that of its day. */
function inWords({
  kind,
  adoptedOn,
  publication,
  issueNo,
}: Pick<Row, 'kind' | 'adoptedOn' | 'publication' | 'issueNo'>) {
  return adoptionInWords({ kind, adoptedOn, publication, issueNo, quarter: quarterOfDay(adoptedOn) })
}
