import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { adoptionCredits, adoptionRevocations, adoptions } from '@/db/schema'
import { type AdoptionFacts, adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { kindName } from '@/lib/domain/adoptions/kinds'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { chineseDate, dayOfInstant, type Quarter } from '@/lib/domain/time/quarter'
import type { GradeInput, RevokeInput } from '@/lib/schemas/adoptions'
import { authorize } from '../../core/authorize'
import { type ItemRow, load, recordEvent } from '../../core/load'
import { adoptionQuarter } from '../../notices/inner/open-quarter'
import { knowsKind } from '../../rules/inner/levels'
import { sharingFault } from '../../rules/inner/sharing'
import { type Adoption, adoptionsOf } from '../reading'
import { againQuestion, askCounted, type ToldBefore, together, unvaluedQuestion } from './asking'
import { jointUnits } from './joint'
import { adoptedBy } from './second-eyes'

/** Among whom an adoption is shared, when its item does not say it alone: the 综合 in which several were adopted. */
export type Shared = { textId: string; sharers: number; with: readonly string[] }

/** Where an adoption comes from: who proposed it (else whoever records it) and the right that its release asks for. */
export type Origin = {
  right?: 'item.grade' | 'text.grade' | 'edition.release' | 'upper.post'
  proposedBy?: readonly (string | null)[]
  shared?: Shared
  /** What was answered before: nothing is asked twice. `another`: that it is another taking was said in the form itself. */
  told?: ToldBefore
  another?: boolean
  /** The bare record of the same taking, whose place this one takes. */
  replaces?: Adoption
}

/**
 * The core of `grade`, for any write that records adoptions in its own transaction: reach, right and state of the item,
 * the second pair of eyes, the day, no second record of the same; then the record, the item's history and the audit.
 * Throws before it writes.
 */
export async function recordAdoption(
  tx: Database,
  viewer: Viewer,
  input: GradeInput,
  at: number,
  { right = 'item.grade', proposedBy = [viewer.userId], shared, told, another, replaces }: Origin = {},
): Promise<AdoptionFacts & { id: string }> {
  const { item, others, quarter } = await gradable(tx, viewer, input, at, { told, another, shared, replaces })
  authorize(viewer, right, await adoptedBy(tx, proposedBy))
  if (replaces) await revokeReplaced(tx, viewer, item, replaces, input, at)
  const row = {
    id: randomUUID(),
    itemId: item.id,
    kind: input.kind,
    adoptedOn: input.adoptedOn,
    quarter,
    publication: input.publication || null,
    issueNo: input.issueNo || null,
    evidence: input.evidence || null,
    sharers: shared?.sharers ?? others.length + 1,
    textId: shared?.textId ?? null,
    recordedBy: viewer.userId,
    recordedAt: at,
  }
  await tx.insert(adoptions).values(row)
  if (others.length > 0)
    await tx.insert(adoptionCredits).values(others.map((unitId) => ({ adoptionId: row.id, unitId })))
  const instead = replaces ? `，代替${adoptionInWords(replaces)}` : ''
  await recordEvent(tx, viewer, item, { verb: 'grade', at, reason: `${adoptionInWords(row)}${instead}` })
  const { kind, adoptedOn, publication, issueNo, evidence } = row
  const source = digestOf(publication, issueNo)
  const proof = evidence === null ? {} : { evidence: digestOf(evidence) }
  const share = row.sharers === 1 ? {} : { sharers: row.sharers, with: others, text: row.textId }
  const detail = { adoption: row.id, unit: item.unitId, kind, adoptedOn, quarter, source, ...proof, ...share }
  await record(tx, viewer.userId, { verb: 'item.grade', subject: item.id, detail, figures: row.quarter }, at)
  return row
}

type Grading = Pick<Origin, 'told' | 'another' | 'shared' | 'replaces'>
type Gradable = { item: ItemRow; others: readonly string[]; quarter: Quarter }

/**
 * The item, when it may be graded so: within reach, allowed, received, not before its day, no second record of the same, and
 * nothing left to ask. With it who shares the adoption, and the quarter in which it scores.
 */
export async function gradable(
  tx: Database,
  viewer: Viewer,
  input: GradeInput,
  at: number,
  { told = [], another = false, shared, replaces }: Grading = {},
): Promise<Gradable> {
  const { item } = await load(tx, viewer, 'grade', input.id)
  if (!(await knowsKind(tx, input.kind)))
    throw new Fault('invalid', '没有这个采用类别，请重新选择。', { kinds: '没有这个采用类别，请重新选择。' })
  const itemDay = dayOfInstant(item.submittedAt ?? at)
  if (input.adoptedOn < itemDay) {
    const message = `采用日期不能早于报送日期（${chineseDate(itemDay)}）。`
    throw new Fault('invalid', message, { adoptedOn: message })
  }
  const there = (await adoptionsOf(viewer, [item.id], tx)).filter(({ id }) => id !== replaces?.id)
  const same = there.some(
    (a) =>
      a.kind === input.kind &&
      a.adoptedOn === input.adoptedOn &&
      a.publication === (input.publication || null) &&
      a.issueNo === (input.issueNo || null),
  )
  if (same)
    throw new Fault(
      'conflict',
      `这条信息已有相同的采用记录（${kindName(input.kind)}，${chineseDate(input.adoptedOn)}），没有重复登记。`,
    )
  const others = shared?.with ?? (await jointUnits(tx, [item.id])).map(({ unitId }) => unitId)
  const { kind, adoptedOn, publication } = input
  const quarter = await adoptionQuarter(tx, { itemId: item.id, kind, adoptedOn }, at)
  const sharers = shared?.sharers ?? others.length + 1
  const many = await sharingFault(tx, 'adoption', { quarter, sharers, among: [item.unitId, ...others] })
  if (many) throw new Fault('conflict', `${many}请先减少共享的单位。`)
  const intended = { itemId: item.id, unitId: item.unitId, kind, publication, quarter, sharers, with: others }
  const again = another ? null : await againQuestion(tx, intended, there, told)
  const unvalued = await unvaluedQuestion(tx, intended, told)
  const questions = [again, unvalued].flatMap((question) => question ?? [])
  if (questions.length > 0) throw together(questions)
  return { item, others, quarter }
}

/** Ends the bare record of a taking in the step that records it in full: in the history both are one. */
async function revokeReplaced(
  tx: Database,
  viewer: Viewer,
  item: ItemRow,
  { id: adoptionId, kind, quarter }: Adoption,
  { publication, issueNo }: GradeInput,
  at: number,
): Promise<void> {
  const reason = `由《${publication}》第${issueNo}期的采用记录代替`
  await tx.insert(adoptionRevocations).values({ adoptionId, reason, revokedBy: viewer.userId, revokedAt: at })
  const detail = { adoption: adoptionId, unit: item.unitId, kind, reason: digestOf(reason) }
  await record(tx, viewer.userId, { verb: 'item.revoke', subject: item.id, detail, figures: quarter }, at)
}

/** The core of `revoke`, for a write that takes several back. Whose it was to undo is asked with `own`. */
export async function recordRevocation(
  tx: Database,
  viewer: Viewer,
  input: RevokeInput,
  at: number,
  { own = false } = {},
): Promise<{ itemId: string }> {
  const [adoption] = await tx
    .select({
      id: adoptions.id,
      itemId: adoptions.itemId,
      kind: adoptions.kind,
      adoptedOn: adoptions.adoptedOn,
      quarter: adoptions.quarter,
      revoked: adoptionRevocations.adoptionId,
      publication: adoptions.publication,
      issueNo: adoptions.issueNo,
      recordedBy: adoptions.recordedBy,
      recordedAt: adoptions.recordedAt,
    })
    .from(adoptions)
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(eq(adoptions.id, input.adoptionId))
  if (!adoption) throw notFound('采用记录')
  const { item } = await load(tx, viewer, 'revoke', adoption.itemId)
  if (adoption.revoked) throw new Fault('conflict', '这条采用记录已经撤销。')
  if (own && adoption.recordedBy !== viewer.userId)
    throw new Fault('forbidden', '只能撤销自己刚才的登记；他人登记的采用，请打开信息后写明原因撤销。')
  await askCounted(tx, adoption, own ? 'never' : (input.told ?? []))
  await tx
    .insert(adoptionRevocations)
    .values({ adoptionId: adoption.id, reason: input.reason, revokedBy: viewer.userId, revokedAt: at })
  const words = adoptionInWords(adoption)
  await recordEvent(tx, viewer, item, { verb: 'revoke', at, reason: `${words}；原因：${input.reason}` })
  const detail = { adoption: adoption.id, unit: item.unitId, kind: adoption.kind, reason: digestOf(input.reason) }
  const figures = adoption.quarter
  await record(tx, viewer.userId, { verb: 'item.revoke', subject: item.id, detail, figures }, at)
  return { itemId: item.id }
}
