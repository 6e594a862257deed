import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { audit, instructions } from '@/db/schema'
import type { InstructionInput } from '@/lib/schemas/items'
import { arrival, auditEntriesOf, refusal, sent, type World, world } from '@/lib/testing/world'
import { giveFeedback, instructionsOf, recordInstruction, revokeInstruction } from './instructions'
import { withdraw } from './items'
import { openItem } from './open'

let w: World
beforeAll(async () => {
  w = await world()
})

const said = (id: string, over: Partial<InstructionInput> = {}): InstructionInput => ({
  id,
  level: 'city',
  givenOn: '2026-05-08',
  words: '独一无二的批示',
  feedbackDue: '2026-05-20',
  ...over,
})

test('an instruction is recorded, its feedback given once; the unit and the history show both; it moves the figures of its quarter', async () => {
  const { id } = await sent(w.clerk, '2026-05-05')
  let instructionId = ''
  const entries = await auditEntriesOf(async () => {
    instructionId = (await recordInstruction(w.editor, said(id), arrival('2026-05-09'))).id
    const given = { instructionId, feedbackOn: '2026-05-19', feedback: '已办结' }
    await giveFeedback(w.editor, given, arrival('2026-05-19'))
    expect((await refusal(giveFeedback(w.editor, given, arrival()))).message).toContain('已经登记反馈')
  })
  expect(entries.map((e) => [e.verb, e.figures, e.subject])).toEqual([
    ['instruction.record', '2026Q2', id],
    ['instruction.feedback', null, id],
  ])
  expect(JSON.stringify(await db().select().from(audit))).not.toContain('独一无二的批示')
  expect(await instructionsOf(w.clerk, id)).toMatchObject([
    { id: instructionId, level: 'city', words: '独一无二的批示', feedback: '已办结', feedbackOn: '2026-05-19' },
  ])
  expect(await instructionsOf(w.otherClerk, id)).toEqual([])
  const events = (await openItem(w.clerk, id)).history.map(({ verb, reason }) => [verb, reason])
  expect(events.slice(1)).toEqual([
    ['instruct', '市级领导批示，2026年5月8日：独一无二的批示'],
    ['instruct_feedback', '已办结'],
  ])
})

test('a revoked instruction is no longer shown, and its record stays', async () => {
  const { id } = await sent(w.clerk, '2026-05-05')
  const { id: instructionId } = await recordInstruction(w.editor, said(id), arrival('2026-05-09'))
  const entries = await auditEntriesOf(() =>
    revokeInstruction(w.editor, { instructionId, reason: '登记有误' }, arrival('2026-05-10')),
  )
  expect(entries.map((e) => e.verb)).toEqual(['instruction.revoke'])
  expect(await instructionsOf(w.editor, id)).toEqual([])
  expect(await db().select().from(instructions).where(eq(instructions.id, instructionId))).toMatchObject([
    { revokedBy: w.editor.userId, reason: '登记有误' },
  ])
  expect((await openItem(w.editor, id)).history.at(-1)?.reason).toContain('原因：登记有误')
  // Its words and the reason stay with the office.
  const outside = await openItem(w.clerk, id)
  expect(outside.history.map(({ verb }) => verb)).toEqual(['submit', 'instruct', 'instruct_revoke'])
  expect(outside.history.map(({ reason }) => reason)).toEqual([null, null, null])
  expect((await refusal(revokeInstruction(w.editor, { instructionId, reason: '再' }, arrival()))).code).toBe('conflict')
})

test('what cannot be: older than the item, feedback before the instruction, on what was withdrawn, by others', async () => {
  const { id } = await sent(w.clerk, '2026-05-05')
  expect(
    (await refusal(recordInstruction(w.editor, said(id, { givenOn: '2026-05-04' }), arrival()))).fields,
  ).toHaveProperty('givenOn')
  expect(
    (await refusal(recordInstruction(w.editor, said(id, { feedbackDue: '2026-05-07' }), arrival()))).fields,
  ).toHaveProperty('feedbackDue')
  const { id: instructionId } = await recordInstruction(w.editor, said(id), arrival('2026-05-09'))
  const early = { instructionId, feedbackOn: '2026-05-07', feedback: '早' }
  expect((await refusal(giveFeedback(w.editor, early, arrival()))).fields).toHaveProperty('feedbackOn')
  expect((await refusal(recordInstruction(w.clerk, said(id), arrival()))).code).toBe('forbidden')
  expect((await refusal(recordInstruction(w.otherClerk, said(id), arrival()))).code).toBe('not_found')
  await withdraw(w.clerk, { id, version: 1 }, arrival('2026-05-12'))
  expect((await refusal(recordInstruction(w.editor, said(id), arrival()))).message).toContain('撤回')
})
