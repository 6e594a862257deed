import { desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { itemEvents, items } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import type { Verb } from '@/lib/domain/items/item'
import type { Viewer } from '@/lib/domain/people/policy'
import { ISOLATED } from '@/lib/domain/secrecy/isolation'
import { aDraft, arrival, directly, graded, refusal, sent, type World, world } from '@/lib/testing/world'
import { save, withdraw } from '../items/items'
import { figuresOf, type ItemRow, load, recordEvent, sameVersion } from './load'

let w: World
let received: string
beforeAll(async () => {
  w = await world()
  received = (await sent(w.clerk, '2026-05-04')).id
})

const loaded = (viewer: Viewer, verb: Verb, id: string) => load(db(), viewer, verb, id)

describe('the first questions of every write on an item', () => {
  test('out of reach it is not found, like one that does not exist', async () => {
    const none = await refusal(loaded(w.editor, 'send_back', 'none'))
    expect([none.code, none.message]).toEqual(['not_found', expect.stringContaining('信息')])
    const { id: draft } = await save(w.clerk, aDraft(), arrival())
    expect(await refusal(loaded(w.editor, 'send_back', draft))).toEqual(none)
    expect(await refusal(loaded(w.otherClerk, 'withdraw', received))).toEqual(none)
    expect(await refusal(loaded(w.securityAdmin, 'send_back', received))).toEqual(none)
  })

  test('within reach but not allowed, the reason is told', async () => {
    for (const viewer of [w.reader, w.clerk, w.signer]) {
      const { code, message } = await refusal(loaded(viewer, 'send_back', received))
      expect(code).toBe('forbidden')
      expect(message).toContain('编辑')
    }
    expect((await refusal(loaded(w.signer, 'withdraw', received))).code).toBe('forbidden')
  })

  test('allowed but not legal now, the reason is told: of its state, of its verdict, of its adoptions', async () => {
    const drawn = await sent(w.clerk, '2026-05-05')
    await withdraw(w.clerk, drawn, arrival('2026-05-06'))
    expect((await refusal(loaded(w.editor, 'send_back', drawn.id))).code).toBe('conflict')
    const used = await sent(w.clerk, '2026-05-05')
    await graded(w.editor, used.id, '2026-05-06')
    expect((await refusal(loaded(w.clerk, 'withdraw', used.id))).code).toBe('conflict')
  })

  test('of one whose words lie apart nothing is done but that a score is taken back', async () => {
    const used = await sent(w.clerk, '2026-05-05')
    await graded(w.editor, used.id, '2026-05-06')
    await directly((tx) => tx.update(items).set({ isolatedAt: 1 }).where(eq(items.id, used.id)))
    for (const [viewer, verb] of [
      [w.editor, 'send_back'],
      [w.editor, 'grade'],
      [w.clerk, 'withdraw'],
    ] as const)
      expect(await refusal(loaded(viewer, verb, used.id))).toMatchObject({ code: 'conflict', message: ISOLATED })
    expect((await loaded(w.editor, 'revoke', used.id)).to).toBe('received')
  })

  test('while it waits for its number it is not graded', async () => {
    const waits = await sent(w.clerk, '2026-05-05')
    await directly((tx) => tx.update(items).set({ quarter: null, clockDrift: 1 }).where(eq(items.id, waits.id)))
    expect(await refusal(loaded(w.editor, 'grade', waits.id))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('编号'),
    })
    expect((await loaded(w.editor, 'send_back', waits.id)).to).toBe('sent_back')
  })

  test('else it is given with the state that the verb leads to', async () => {
    const { item, to } = await loaded(w.editor, 'send_back', received)
    expect([item.id, item.state, to]).toEqual([received, 'received', 'sent_back'])
    expect((await loaded(w.clerk, 'withdraw', received)).to).toBe('withdrawn')
  })
})

test('a write that was begun on another text than the stored one is refused', async () => {
  const { item } = await loaded(w.editor, 'send_back', received)
  expect(() => sameVersion(item, item.version)).not.toThrow()
  for (const version of [item.version - 1, item.version + 1])
    expect(() => sameVersion(item, version)).toThrow(
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining('另一个窗口') }),
    )
})

test('what happens is written down with who did it and why; what was imported, with nobody', async () => {
  const newest = async (viewer: Viewer, reason?: string) => {
    const at = Date.now() + (reason ? 1 : 2)
    await directly((tx) =>
      recordEvent(tx, viewer, { id: received, version: 7 }, { verb: 'send_back', at, ...(reason && { reason }) }),
    )
    const [event] = await db()
      .select()
      .from(itemEvents)
      .where(eq(itemEvents.itemId, received))
      .orderBy(desc(itemEvents.at))
    return event
  }
  expect(await newest(w.editor, '请补充')).toMatchObject({ by: w.editor.userId, reason: '请补充', version: 7 })
  expect(await newest(operator())).toMatchObject({ by: null, reason: null, verb: 'send_back' })
})

test('an item that was never sent moves no figures', () => {
  expect(figuresOf({ quarter: null })).toEqual({})
  expect(figuresOf({ quarter: '2026Q2' as ItemRow['quarter'] })).toEqual({ figures: '2026Q2' })
})
