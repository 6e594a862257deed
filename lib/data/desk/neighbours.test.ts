import { beforeAll, expect, test } from 'vitest'
import { graded, refusal, sent, type World, world } from '@/lib/testing/world'
import { inbox, neighbours } from '../items/lists'

let w: World
/** The inbox from its top to its bottom. */
let ids: string[]

const DAY = Date.parse('2026-01-05T09:00:00+08:00')

beforeAll(async () => {
  w = await world()
  // Two of one instant among them: the id then decides, here as in the list.
  for (const at of [DAY, DAY + 1, DAY + 1, DAY + 2]) await sent(w.clerk, at)
  await sent(w.townClerk, DAY + 3)
  ids = (await inbox(w.editor)).rows.map((row) => row.id)
})

async function placeOf(id: string) {
  const row = (await inbox(w.editor)).rows.find((r) => r.id === id)
  return { id, at: row?.submittedAt ?? 0 }
}

test('above and below an item stand the same two as in the list', async () => {
  for (const [i, id] of ids.entries()) {
    const found = await neighbours(w.editor, {}, await placeOf(id))
    expect(found).toEqual({ newer: ids[i - 1] ?? null, older: ids[i + 1] ?? null })
  }
})

test('the filter holds, also for an item that has left it', async () => {
  const [top, next] = ids as [string, string]
  expect(await neighbours(w.editor, { category: 'department' }, await placeOf(next))).toMatchObject({ newer: null })
  await graded(w.editor, next, '2026-01-06')
  const found = await neighbours(w.editor, { state: 'ungraded' }, await placeOf(next))
  expect(found).toEqual({ newer: top, older: ids[2] })
})

test('only the desk has neighbours', async () => {
  for (const who of [w.clerk, w.reader, w.systemAdmin]) {
    expect((await refusal(neighbours(who, {}, { at: DAY, id: 'x' }))).code).toBe('forbidden')
  }
})
