import { beforeAll, expect, test } from 'vitest'
import { arrival, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { jointUnitsOf, nameJoint } from './joint'

let w: World
let item: { id: string; version: number }
beforeAll(async () => {
  w = await world()
  item = await sent(w.clerk, '2026-05-05')
  await nameJoint(w.editor, { ...item, units: ['样例二局'] }, arrival('2026-05-06'))
})

test('the units that share an item are read by whoever reaches the item, and by nobody else', async () => {
  for (const viewer of [w.clerk, w.signer, w.editor, w.reader])
    expect(await jointUnitsOf(viewer, item.id)).toEqual(['样例二局'])
  for (const viewer of [w.townClerk, w.otherClerk]) expect(await jointUnitsOf(viewer, item.id)).toEqual([])
  expect((await refusal(jointUnitsOf(w.auditAdmin, item.id))).code).toBe('forbidden')
  expect(await jointUnitsOf(await someone('clerk', { unitId: 'dept' }), item.id)).toHaveLength(1)
})
