import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { units } from '@/db/schema'
import { SHARERS_MOST } from '@/lib/domain/rules/joint'
import type { Quarter } from '@/lib/domain/time/quarter'
import { arrival, auditEntriesOf, directly, refusal, sent, type World, world } from '@/lib/testing/world'
import { scoresIn } from '../figures/inner/scores'
import { recordInstruction } from '../items/instructions'
import { jointUnitsOf, nameJoint } from './joint'

const OTHERS = Array.from({ length: SHARERS_MOST }, (_, i) => `样例${i + 1}站`)

let w: World
beforeAll(async () => {
  w = await world()
  const rows = OTHERS.map((name, i) => ({ id: `station${i}`, name, category: 'department' as const, position: 10 + i }))
  await directly((tx) => tx.insert(units).values(rows))
})

const begun = () => sent(w.clerk, '2026-01-10')

test('ten units share an item, the one that sent it among them; an eleventh is refused and nothing is changed', async () => {
  expect(SHARERS_MOST).toBe(10)
  const { id, version } = await begun()
  const nine = OTHERS.slice(1)
  await nameJoint(w.editor, { id, version, units: nine }, arrival('2026-01-11'))
  const eleven = await refusal(nameJoint(w.editor, { id, version, units: OTHERS }, arrival('2026-01-12')))
  expect(eleven).toMatchObject({
    code: 'invalid',
    fields: { units: expect.stringContaining('最多由 10 个单位共享，现为 11 个') },
  })
  expect(await jointUnitsOf(w.editor, id)).toEqual(nine)
})

test('they are kept in the order in which they were named, each once, be it by a former name', async () => {
  const { id, version } = await sent(w.townClerk, '2026-01-10')
  const named = ['样例二局', '样例一局', '样例局', '样例二街道']
  const { units: kept } = await nameJoint(w.editor, { id, version, units: named }, arrival('2026-01-11'))
  expect(kept).toEqual(['样例二局', '样例一局', '样例二街道'])
  expect(await jointUnitsOf(w.editor, id)).toEqual(kept)
  await nameJoint(w.editor, { id, version, units: [] }, arrival('2026-01-12'))
  expect(await jointUnitsOf(w.editor, id)).toEqual([])
})

test('the unit that sent it need not be named, and one that nobody knows is named in the answer', async () => {
  const { id, version } = await begun()
  const name = (names: string[]) => refusal(nameJoint(w.editor, { id, version, units: names }, arrival('2026-01-11')))
  expect((await name(['样例二局', '样例局'])).fields).toEqual({
    units: expect.stringContaining('报送单位本身不必填写'),
  })
  expect((await name(['样例二局', '无此局', '无此站'])).message).toContain('“无此局”“无此站”')
  expect(await jointUnitsOf(w.editor, id)).toEqual([])
})

test('is named by editors, on the text that they have before them, and on record', async () => {
  const { id, version } = await begun()
  const input = { id, version, units: ['样例二局'] }
  for (const viewer of [w.clerk, w.reader])
    expect((await refusal(nameJoint(viewer, input, arrival('2026-01-11')))).code).toBe('forbidden')
  const older = nameJoint(w.editor, { ...input, version: version - 1 }, arrival('2026-01-11'))
  expect((await refusal(older)).code).toBe('conflict')
  const entries = await auditEntriesOf(() => nameJoint(w.editor, input, arrival('2026-01-11')))
  expect(entries.map(({ verb, subject }) => [verb, subject])).toEqual([['item.join', id]])
})

test('the units that share an item are read by whoever reaches the item, and by nobody else', async () => {
  const { id, version } = await begun()
  await nameJoint(w.editor, { id, version, units: ['样例二局'] }, arrival('2026-01-11'))
  for (const viewer of [w.clerk, w.signer, w.editor, w.reader])
    expect(await jointUnitsOf(viewer, id)).toEqual(['样例二局'])
  for (const viewer of [w.townClerk, w.otherClerk]) expect(await jointUnitsOf(viewer, id)).toEqual([])
  expect((await refusal(jointUnitsOf(w.auditAdmin, id))).code).toBe('forbidden')
})

test('whoever is named later shares what an instruction has added, and the figures of its quarter move', async () => {
  const { id, version } = await begun()
  const words = { id, level: 'city' as const, givenOn: '2026-02-02', words: '样例。', feedbackDue: '' }
  await recordInstruction(w.editor, words, arrival('2026-02-02'))
  const input = { id, version, units: ['样例二局', '样例一镇'] }
  const entries = await auditEntriesOf(() => nameJoint(w.editor, input, arrival('2026-02-03')))
  expect(entries.map(({ verb, figures }) => [verb, figures])).toEqual([['item.join', '2026Q1']])
  const { instructions } = await scoresIn(db(), '2026Q1' as Quarter)
  expect(instructions.find(({ itemId }) => itemId === id)?.with).toEqual(['dept2', 'town'])
})
