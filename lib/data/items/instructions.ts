import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { instructions, items } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { REVOKED_BECAUSE } from '@/lib/domain/items/event'
import { dayFaults, type InstructionFacts, instructFault, instructionInWords } from '@/lib/domain/items/instruction'
import type { Viewer } from '@/lib/domain/people/policy'
import { chineseDate, dayOfInstant } from '@/lib/domain/time/quarter'
import type { FeedbackInput, InstructionInput, RevokeInstructionInput } from '@/lib/schemas/items'
import { jointUnits } from '../adoptions/inner/joint'
import { authorize } from '../core/authorize'
import { type ItemRow, recordEvent, refuseIsolated, subjectOf } from '../core/load'
import { itemScope } from '../core/scope'
import { write } from '../core/write'
import { scoringQuarter } from '../notices/inner/open-quarter'
import { sharingFault } from '../rules/inner/sharing'

/** An instruction in force, as units and the office read it. */
export type Instruction = InstructionFacts & { id: string }

/** The instructions in force on an item, oldest first, within the viewer's reach. */
export async function instructionsOf(viewer: Viewer, itemId: string): Promise<Instruction[]> {
  authorize(viewer, 'item.read')
  const { id, level, givenOn, words, feedbackDue, feedback, feedbackOn } = instructions
  const rows = await db()
    .select({ id, level, givenOn, words, feedbackDue, feedback, feedbackOn })
    .from(instructions)
    .innerJoin(items, eq(items.id, instructions.itemId))
    .where(and(eq(instructions.itemId, itemId), isNull(instructions.revokedAt), itemScope(viewer)))
    .orderBy(instructions.givenOn, instructions.recordedAt)
  return rows
}

/** Records what a leader wrote on a received item. */
export function recordInstruction(viewer: Viewer, input: InstructionInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'instruction.record', arrival, input, async (tx) => {
    const item = await loadItem(tx, viewer, input.id)
    refuseIsolated(item)
    const blocked = instructFault(item.state)
    if (blocked) throw new Fault('conflict', blocked)
    const faults = dayFaults(input, dayOfInstant(item.submittedAt ?? arrival.at))
    const fault = faults.givenOn ?? faults.feedbackDue
    if (fault) throw new Fault('invalid', fault, { ...faults })
    const { level, givenOn, words } = input
    const id = randomUUID()
    const quarter = await scoringQuarter(tx, givenOn, arrival.at)
    const among = [item.unitId, ...(await jointUnits(tx, [item.id])).map(({ unitId }) => unitId)]
    const many = await sharingFault(tx, 'instruction', { quarter, sharers: among.length, among })
    if (many) throw new Fault('conflict', `${many}请先减少合报单位。`)
    await tx.insert(instructions).values({
      id,
      itemId: item.id,
      level,
      givenOn,
      quarter,
      words,
      feedbackDue: input.feedbackDue || null,
      recordedBy: viewer.userId,
      recordedAt: arrival.at,
    })
    await recordEvent(tx, viewer, item, { verb: 'instruct', at: arrival.at, reason: instructionInWords(input) })
    const detail = { instruction: id, unit: item.unitId, level, givenOn, quarter, words: digestOf(words) }
    await record(
      tx,
      viewer.userId,
      { verb: 'instruction.record', subject: item.id, detail, figures: quarter },
      arrival.at,
    )
    return { id }
  })
}

/** Writes down, once, what was reported back on an instruction. */
export function giveFeedback(viewer: Viewer, input: FeedbackInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'instruction.record', arrival, input, async (tx) => {
    const { instruction, item } = await loadInstruction(tx, viewer, input.instructionId)
    refuseIsolated(item)
    if (instruction.feedbackOn !== null) throw new Fault('conflict', '这条批示已经登记反馈。')
    const { feedback, feedbackOn } = input
    if (feedbackOn < instruction.givenOn) {
      const message = `反馈日期不能早于批示日期（${chineseDate(instruction.givenOn)}）。`
      throw new Fault('invalid', message, { feedbackOn: message })
    }
    await tx.update(instructions).set({ feedback, feedbackOn }).where(eq(instructions.id, instruction.id))
    await recordEvent(tx, viewer, item, { verb: 'instruct_feedback', at: arrival.at, reason: feedback })
    const detail = { instruction: instruction.id, unit: item.unitId, feedbackOn, feedback: digestOf(feedback) }
    await record(tx, viewer.userId, { verb: 'instruction.feedback', subject: item.id, detail }, arrival.at)
    return { id: instruction.id }
  })
}

/** Revokes an instruction with the reason; its record stays. */
export function revokeInstruction(
  viewer: Viewer,
  input: RevokeInstructionInput,
  arrival: Arrival,
): Promise<{ id: string }> {
  return write(viewer, 'instruction.record', arrival, input, async (tx) => {
    const { instruction, item } = await loadInstruction(tx, viewer, input.instructionId)
    const { reason } = input
    await tx
      .update(instructions)
      .set({ revokedAt: arrival.at, revokedBy: viewer.userId, reason })
      .where(eq(instructions.id, instruction.id))
    const words = instructionInWords(instruction)
    await recordEvent(tx, viewer, item, {
      verb: 'instruct_revoke',
      at: arrival.at,
      reason: `${words}${REVOKED_BECAUSE}${reason}`,
    })
    const detail = {
      instruction: instruction.id,
      unit: item.unitId,
      level: instruction.level,
      reason: digestOf(reason),
    }
    // Another of its level, learnt in another quarter, may score in its place.
    const others = await tx
      .select({ quarter: instructions.quarter })
      .from(instructions)
      .where(and(eq(instructions.itemId, item.id), eq(instructions.level, instruction.level)))
    const figures = new Set(others.map(({ quarter }) => quarter))
    for (const quarter of figures) {
      await record(
        tx,
        viewer.userId,
        { verb: 'instruction.revoke', subject: item.id, detail, figures: quarter },
        arrival.at,
      )
    }
    return { id: instruction.id }
  })
}

async function loadItem(tx: Database, viewer: Viewer, id: string): Promise<ItemRow> {
  const [item] = await tx
    .select()
    .from(items)
    .where(and(eq(items.id, id), itemScope(viewer)))
  if (!item) throw notFound('信息')
  authorize(viewer, 'instruction.record', subjectOf(item))
  return item
}

async function loadInstruction(tx: Database, viewer: Viewer, id: string) {
  const [instruction] = await tx.select().from(instructions).where(eq(instructions.id, id))
  if (!instruction) throw notFound('批示')
  const item = await loadItem(tx, viewer, instruction.itemId)
  if (instruction.revokedAt !== null) throw new Fault('conflict', '这条批示已经撤销。')
  return { instruction, item }
}
