import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { gradeProposals, items } from '@/db/schema'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { kindName } from '@/lib/domain/adoptions/kinds'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { chineseDate, quarterOfDay } from '@/lib/domain/time/quarter'
import type { GradeInput } from '@/lib/schemas/adoptions'
import { recordEvent } from '../../core/load'
import { type ProposalRow, proposalsOf } from '../proposals'
import type { ToldBefore } from './asking'
import { gradable } from './record'

/** The core of proposing: what `recordAdoption` asks, and no second proposal of the same. Throws before it writes. */
export async function proposeAdoption(
  tx: Database,
  viewer: Viewer,
  input: GradeInput,
  at: number,
  told?: ToldBefore,
): Promise<{ id: string }> {
  const { item } = await gradable(tx, viewer, input, at, { told })
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

export async function dropped(
  tx: Database,
  viewer: Viewer,
  proposal: ProposalRow,
  at: number,
): Promise<{ itemId: string }> {
  await decide(tx, viewer, proposal, { state: 'dropped', adoptionId: null, at })
  const [item] = await tx
    .select({ id: items.id, version: items.version })
    .from(items)
    .where(eq(items.id, proposal.itemId))
  if (item) await recordEvent(tx, viewer, item, { verb: 'drop_proposal', at, reason: inWords(proposal) })
  return { itemId: proposal.itemId }
}

type Decision = { state: 'released' | 'dropped'; adoptionId: string | null; at: number }

export async function decide(
  tx: Database,
  viewer: Viewer,
  proposal: ProposalRow,
  { state, adoptionId, at }: Decision,
): Promise<void> {
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

export async function waitingOne(tx: Database, id: string): Promise<ProposalRow> {
  const [proposal] = await tx.select().from(gradeProposals).where(eq(gradeProposals.id, id))
  if (!proposal) throw notFound('采用建议')
  if (proposal.state === 'waiting') return proposal
  const became = proposal.state === 'released' ? '已经发布' : '已经撤回或不予发布'
  throw new Fault('conflict', `这条采用建议${became}，没有再次处理。`)
}

/** A proposal scores nowhere yet, so its quarter is that of its day. */
function inWords({
  kind,
  adoptedOn,
  publication,
  issueNo,
}: Pick<ProposalRow, 'kind' | 'adoptedOn' | 'publication' | 'issueNo'>) {
  return adoptionInWords({ kind, adoptedOn, publication, issueNo, quarter: quarterOfDay(adoptedOn) })
}
