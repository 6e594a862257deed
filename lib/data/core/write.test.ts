import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { items, requestKeys } from '@/db/schema'
import { waiting } from '@/db/search'
import { Fault } from '@/lib/domain/base/fault'
import type { Action, Viewer } from '@/lib/domain/people/policy'
import { isIndexing } from '@/lib/testing/indexing'
import { arrival, directly, refusal, sent, type World, world } from '@/lib/testing/world'
import { write } from './write'

let w: World
let ran: number
beforeAll(async () => {
  w = await world()
})
beforeEach(() => {
  ran = 0
})

const BODY = { title: '题' }
/** A write that says how often it has run. */
const once = (at: ReturnType<typeof arrival>, over: { viewer?: Viewer; verb?: Action; body?: unknown } = {}) =>
  write(over.viewer ?? w.editor, over.verb ?? 'view.keep', at, over.body ?? BODY, async () => ({ ran: ++ran }))

test('a repeated request gets the first answer, and nothing is done again', async () => {
  const at = arrival('2026-05-04')
  expect(await once(at)).toEqual({ ran: 1 })
  expect(await once({ ...at, at: at.at + 60_000 })).toEqual({ ran: 1 })
  expect(ran).toBe(1)
  const [bound] = await db()
    .select()
    .from(requestKeys)
    .where(eq(requestKeys.key, at.key ?? ''))
  expect(bound).toMatchObject({ userId: w.editor.userId, verb: 'view.keep', at: at.at, answer: '{"ran":1}' })
})

test('a key that was used for something else is refused, be it another text or another verb', async () => {
  const at = arrival()
  await once(at)
  for (const over of [{ body: { title: '改题' } }, { verb: 'reason.keep' as const }])
    expect(await refusal(once(at, over))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('本页内容已提交过一次'),
    })
  expect(ran).toBe(1)
})

test('the same key of another person is another key', async () => {
  const at = arrival()
  await once(at)
  expect(await once(at, { viewer: w.reader })).toEqual({ ran: 2 })
})

test('without a key every request is done', async () => {
  const at = { ...arrival(), key: null }
  const before = await db().select().from(requestKeys)
  expect([await once(at), await once(at)]).toEqual([{ ran: 1 }, { ran: 2 }])
  expect(await db().select().from(requestKeys)).toEqual(before)
})

test('a write that failed leaves the key free, and nothing behind', async () => {
  const at = arrival()
  const { id } = await sent(w.clerk, '2026-05-04')
  const failing = write(w.editor, 'view.keep', at, BODY, async (tx) => {
    await tx.update(items).set({ title: '半途' }).where(eq(items.id, id))
    throw new Fault('conflict', '不行。')
  })
  expect((await refusal(failing)).message).toBe('不行。')
  const [item] = await db().select({ title: items.title }).from(items).where(eq(items.id, id))
  expect(item?.title).toBe('样例标题')
  expect(await once(at)).toEqual({ ran: 1 })
})

test('an answer of nothing is remembered too', async () => {
  const at = arrival()
  const nothing = () => write(w.editor, 'view.keep', at, BODY, async () => void ++ran)
  await nothing()
  await nothing()
  expect(ran).toBe(1)
})

test('what is written on an item is soon found by search; other writes set nothing going', async () => {
  const { id } = await sent(w.clerk, '2026-05-04')
  const settled = () =>
    vi.waitFor(
      async () => {
        expect(await db().select().from(waiting)).toEqual([])
        expect(isIndexing()).toBe(false)
      },
      { timeout: 240_000 },
    )
  await settled()
  await directly((tx) => tx.update(items).set({ title: '改过的题' }).where(eq(items.id, id)))
  for (const at of [arrival(), { ...arrival(), key: null }]) {
    await once(at)
    expect(isIndexing()).toBe(false)
  }
  expect(await db().select().from(waiting)).toEqual([{ itemId: id }])
  for (const at of [arrival(), { ...arrival(), key: null }]) {
    await directly((tx) =>
      tx
        .update(items)
        .set({ title: `改题${at.key}` })
        .where(eq(items.id, id)),
    )
    await once(at, { verb: 'item.save' })
    expect(isIndexing()).toBe(true)
    await settled()
  }
})
