import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { audit, itemEvents } from '@/db/schema'
import { aDraft, anItem, arrival, auditEntriesOf, sent, type World, world } from '@/lib/testing/world'
import { save, sendBack, submit, withdraw } from './items'

let w: World
beforeAll(async () => {
  w = await world()
})

describe('the audit log', () => {
  test('each write leaves exactly one entry, naming the quarter whose figures moved', async () => {
    const draft = aDraft({ title: '保密的标题' })
    const { id } = draft
    const steps: [string, string | null, () => Promise<unknown>][] = [
      ['item.save', null, () => save(w.clerk, draft, arrival())],
      ['item.submit', '2026Q2', () => submit(w.clerk, anItem({ id, version: 1 }), arrival('2026-05-05'))],
      ['item.send_back', '2026Q2', () => sendBack(w.editor, { id, version: 2, reason: '退' }, arrival('2026-07-01'))],
      ['item.save', null, () => save(w.clerk, aDraft({ id, version: 3 }), arrival())],
      ['item.submit', '2026Q2', () => submit(w.clerk, anItem({ id, version: 4 }), arrival('2026-07-02'))],
      ['item.withdraw', '2026Q2', () => withdraw(w.clerk, { id, version: 5 }, arrival('2026-07-03'))],
      ['item.submit', '2026Q3', () => submit(w.clerk, anItem({ id, version: 6 }), arrival('2026-07-04'))],
    ]
    for (const [verb, figures, work] of steps) {
      const entries = await auditEntriesOf(work)
      expect(entries.map((e) => [e.verb, e.figures, e.subject])).toEqual([[verb, figures, id]])
    }
  })

  test('a write that failed leaves none', async () => {
    const { id, version } = await sent(w.clerk, '2026-05-05')
    const failing = [
      () => withdraw(w.otherClerk, { id, version }, arrival()),
      () => withdraw(w.clerk, { id, version: 9 }, arrival()),
      () => sendBack(w.clerk, { id, version, reason: '退' }, arrival()),
      () => submit(w.clerk, anItem({ id, version }), arrival()),
      () => submit(w.editor, anItem(), arrival()),
    ]
    for (const work of failing) expect(await auditEntriesOf(work)).toEqual([])
    expect(await db().select().from(itemEvents).where(eq(itemEvents.itemId, id))).toHaveLength(1)
  })

  test('never holds what a person wrote', async () => {
    const words = [
      '独一无二的标题',
      '独一无二的正文',
      '独一无二的撰稿',
      '独一无二的签发',
      '独一无二的原因',
      '028-11112222',
    ]
    const [title, body, author, signer, reason, phone] = words as [string, string, string, string, string, string]
    const { id } = await sent(w.clerk, '2026-05-05', { title, body, author, signer, phone })
    await sendBack(w.editor, { id, version: 1, reason }, arrival())
    const log = JSON.stringify(await db().select().from(audit))
    for (const word of words) expect(log).not.toContain(word)
  })
})
