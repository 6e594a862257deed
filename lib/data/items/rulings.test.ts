import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { audit, itemEvents, items } from '@/db/schema'
import { ofCategory } from '@/lib/domain/figures/ranking'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { DuplicateInput, NotUsedInput } from '@/lib/schemas/items'
import {
  anItem,
  arrival,
  auditEntriesOf,
  directly,
  graded,
  refusal,
  sent,
  type World,
  world,
} from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { rankingOf } from '../figures/figures'
import { sendBack, submit, withdraw } from './items'
import { ownItems } from './lists'
import { openItem } from './open'
import { reinstate, repetitionsOf, ruleDuplicate, ruleNotUsed } from './rulings'

let w: World
beforeAll(async () => {
  w = await world()
})

const notUsed = (id: string, version = 1, over: Partial<NotUsedInput> = {}): NotUsedInput => ({
  id,
  version,
  reasonId: 'not_used-1',
  reason: '',
  ...over,
})
const duplicate = (id: string, of: string, version = 1, over: Partial<DuplicateInput> = {}): DuplicateInput => ({
  id,
  version,
  of,
  reasonId: '',
  reason: '',
  ...over,
})

async function stored(id: string) {
  const [row] = await db().select().from(items).where(eq(items.id, id))
  if (!row) throw new Error(`no item ${id}`)
  return row
}

async function eventsOf(id: string) {
  const rows = await db().select().from(itemEvents).where(eq(itemEvents.itemId, id)).orderBy(itemEvents.at)
  return rows.map(({ verb, reason }) => [verb, reason])
}

/** How many items of 样例一局 count in a quarter. */
async function counted(quarter: string): Promise<number> {
  const { submission } = ofCategory(await rankingOf(w.reader, quarter as Quarter), 'department')
  return submission.find(({ unitId }) => unitId === 'dept')?.items ?? 0
}

describe('未采用', () => {
  test('still counts, moves no figure, and tells the unit why on its list and in its history', async () => {
    const { id } = await sent(w.clerk, '2026-05-05')
    const before = await counted('2026Q2')
    const ruling = () => ruleNotUsed(w.editor, notUsed(id, 1, { reason: '详见上期。' }), arrival('2026-05-06'))
    const entries = await auditEntriesOf(ruling)
    expect(entries.map((e) => [e.verb, e.figures, e.subject])).toEqual([['item.not_used', null, id]])
    expect(await counted('2026Q2')).toBe(before)
    expect(await stored(id)).toMatchObject({ state: 'received', notUsed: true, reasonId: 'not_used-1', version: 2 })
    const { rows } = await ownItems(w.clerk)
    expect(rows.find((row) => row.id === id)).toMatchObject({ notUsed: true, reason: '已有同类信息；详见上期。' })
    expect((await eventsOf(id)).at(-1)).toEqual(['not_used', '已有同类信息；详见上期。'])
  })

  test('is not graded before it is reinstated, and then is', async () => {
    const { id } = await sent(w.clerk, '2026-05-05')
    await ruleNotUsed(w.editor, notUsed(id), arrival('2026-05-06'))
    expect((await refusal(graded(w.editor, id, '2026-05-07'))).message).toContain('请先恢复')
    const entries = await auditEntriesOf(() =>
      reinstate(w.editor, { id, version: 2, reason: '' }, arrival('2026-05-08')),
    )
    expect(entries.map((e) => [e.verb, e.figures])).toEqual([['item.reinstate', null]])
    expect(await stored(id)).toMatchObject({ notUsed: false, reasonId: null, reason: null })
    await graded(w.editor, id, '2026-05-09')
  })

  test('leaves with the item: what was sent back or withdrawn comes back without the verdict', async () => {
    const { id } = await sent(w.clerk, '2026-05-05')
    await ruleNotUsed(w.editor, notUsed(id), arrival('2026-05-06'))
    await sendBack(w.editor, { id, version: 2, reason: '改写' }, arrival('2026-05-07'))
    expect(await stored(id)).toMatchObject({ state: 'sent_back', notUsed: false, reasonId: null })
    await submit(w.clerk, anItem({ id, version: 3 }), arrival('2026-05-08'))
    await ruleNotUsed(w.editor, notUsed(id, 4), arrival('2026-05-09'))
    await withdraw(w.clerk, { id, version: 5 }, arrival('2026-05-10'))
    expect(await stored(id)).toMatchObject({ state: 'withdrawn', notUsed: false })
  })
})

describe('重复', () => {
  test('counts one less, in the quarter of its submission, until it is reinstated', async () => {
    const first = await sent(w.clerk, '2025-08-05')
    const { id } = await sent(w.clerk, '2025-08-06')
    expect(await counted('2025Q3')).toBe(2)
    const ruled = await auditEntriesOf(() => ruleDuplicate(w.editor, duplicate(id, first.ref), arrival('2025-10-07')))
    expect(ruled.map((e) => [e.verb, e.figures])).toEqual([['item.duplicate', '2025Q3']])
    expect(await counted('2025Q3')).toBe(1)
    expect(await stored(id)).toMatchObject({ state: 'duplicate', duplicateOf: first.id })
    const back = await auditEntriesOf(() =>
      reinstate(w.editor, { id, version: 2, reason: '误判' }, arrival('2025-10-08')),
    )
    expect(back.map((e) => [e.verb, e.figures])).toEqual([['item.reinstate', '2025Q3']])
    expect(await counted('2025Q3')).toBe(2)
    expect(await stored(id)).toMatchObject({ state: 'received', duplicateOf: null })
    expect((await eventsOf(id)).at(-1)).toEqual(['reinstate', '误判'])
  })

  test("a unit reads number and title of its own item, and nothing of another unit's", async () => {
    const title = '别人的独一无二的标题'
    const foreign = await sent(w.otherClerk, '2026-05-05', { title })
    const own = await sent(w.clerk, '2026-05-05', { title: '自己的标题' })
    const [a, b] = [await sent(w.clerk, '2026-05-06'), await sent(w.clerk, '2026-05-06')]
    await ruleDuplicate(w.editor, duplicate(a.id, foreign.ref), arrival('2026-05-07'))
    await ruleDuplicate(w.editor, duplicate(b.id, `http://localhost/desk/${own.id}?state=all`), arrival('2026-05-07'))
    const [of, ofOwn] = [await openItem(w.clerk, a.id), await openItem(w.clerk, b.id)]
    expect(of.history.at(-1)?.reason).toBe('与其他单位报送的信息重复')
    expect(ofOwn.history.at(-1)?.reason).toBe(`与本单位 ${own.ref}《自己的标题》重复`)
    expect((await repetitionsOf(w.clerk, of.item)).original).toBeNull()
    expect((await repetitionsOf(w.clerk, ofOwn.item)).original).toMatchObject({ id: own.id, title: '自己的标题' })
    expect((await repetitionsOf(w.editor, of.item)).original).toMatchObject({ ref: foreign.ref, title })
    expect((await repetitionsOf(w.editor, await stored(foreign.id))).repeatedBy.map((o) => o.id)).toEqual([a.id])
    expect((await repetitionsOf(w.otherClerk, await stored(foreign.id))).repeatedBy).toEqual([])
    const { original } = await repetitionsOf(w.clerk, of.item)
    expect(JSON.stringify([of.history, original])).not.toContain(title)
  })

  test('is never a link of a chain, nor of a circle, nor its own original', async () => {
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => sent(w.clerk, '2026-05-05')))
    if (!a || !b || !c) throw new Error('three items')
    await ruleDuplicate(w.editor, duplicate(b.id, a.ref), arrival())
    expect((await refusal(ruleDuplicate(w.editor, duplicate(c.id, b.ref), arrival()))).fields).toHaveProperty('of')
    expect((await refusal(ruleDuplicate(w.editor, duplicate(a.id, c.ref), arrival()))).message).toContain(b.ref)
    expect((await refusal(ruleDuplicate(w.editor, duplicate(a.id, b.ref), arrival()))).fields).toHaveProperty('of')
    expect((await refusal(ruleDuplicate(w.editor, duplicate(c.id, c.ref), arrival()))).message).toContain('自身')
    expect((await refusal(ruleDuplicate(w.editor, duplicate(c.id, '2026Q2-9999'), arrival()))).message).toContain(
      '没有找到这个编号',
    )
  })

  test('of two ruled to repeat each other at once, one is refused', async () => {
    const [a, b] = [await sent(w.clerk, '2026-05-05'), await sent(w.clerk, '2026-05-05')]
    const outcomes = await Promise.allSettled([
      ruleDuplicate(w.editor, duplicate(a.id, b.ref), arrival()),
      ruleDuplicate(w.editor, duplicate(b.id, a.ref), arrival()),
    ])
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a unit can neither rewrite nor withdraw it', async () => {
    const original = await sent(w.clerk, '2026-05-05')
    const { id } = await sent(w.clerk, '2026-05-05')
    await ruleDuplicate(w.editor, duplicate(id, original.id), arrival())
    expect((await refusal(withdraw(w.clerk, { id, version: 2 }, arrival()))).code).toBe('conflict')
    expect((await refusal(submit(w.clerk, anItem({ id, version: 2 }), arrival()))).message).toContain('已定为重复')
  })
})

describe('blocked means told', () => {
  test('an adopted item is ruled neither until its adoption is revoked', async () => {
    const original = await sent(w.clerk, '2026-05-05')
    const { id } = await sent(w.clerk, '2026-05-05')
    const adoptionId = await graded(w.editor, id, '2026-05-06')
    for (const work of [
      () => ruleNotUsed(w.editor, notUsed(id), arrival()),
      () => ruleDuplicate(w.editor, duplicate(id, original.ref), arrival()),
    ])
      expect((await refusal(work())).message).toContain('请先撤销采用')
    await revokeAdoption(w.editor, { adoptionId, reason: '登记有误' }, arrival())
    expect(await ruleNotUsed(w.editor, notUsed(id), arrival())).toEqual({ id, version: 2 })
  })

  test('only an editor rules; what is not received, not ruled, or ruled by another meanwhile is refused', async () => {
    const { id } = await sent(w.clerk, '2026-05-05')
    expect(await refusal(ruleNotUsed(w.clerk, notUsed(id), arrival()))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(ruleNotUsed(w.reader, notUsed(id), arrival()))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(ruleNotUsed(w.otherClerk, notUsed(id), arrival()))).toMatchObject({ code: 'not_found' })
    expect((await refusal(reinstate(w.editor, { id, version: 1, reason: '' }, arrival()))).message).toContain(
      '无需恢复',
    )
    expect((await refusal(ruleNotUsed(w.editor, notUsed(id, 9), arrival()))).code).toBe('conflict')
    expect(
      (await refusal(ruleNotUsed(w.editor, notUsed(id, 1, { reasonId: 'none' }), arrival()))).fields,
    ).toHaveProperty('reasonId')
    await withdraw(w.clerk, { id, version: 1 }, arrival())
    expect((await refusal(ruleNotUsed(w.editor, notUsed(id, 2), arrival()))).message).toContain('不在已接收状态')
  })

  test('the audit log holds no sentence and no title', async () => {
    const own = await sent(w.clerk, '2026-05-05', { title: '不进日志的标题' })
    const { id } = await sent(w.clerk, '2026-05-05')
    await ruleDuplicate(w.editor, duplicate(id, own.ref, 1, { reason: '不进日志的说明' }), arrival())
    await directly(async (tx) => {
      const log = JSON.stringify(await tx.select().from(audit))
      for (const words of ['不进日志的标题', '不进日志的说明']) expect(log).not.toContain(words)
    })
  })
})
