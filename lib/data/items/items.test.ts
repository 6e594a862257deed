import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { itemEvents, items, itemVersions } from '@/db/schema'
import {
  aDraft,
  aGrade,
  anItem,
  arrival,
  auditEntriesOf,
  graded,
  refusal,
  sent,
  type World,
  world,
} from '@/lib/testing/world'
import { grade } from '../adoptions/adoptions'
import { save, sendBack, submit, withdraw } from './items'

let w: World
beforeAll(async () => {
  w = await world()
})

async function stored(id: string) {
  const [row] = await db().select().from(items).where(eq(items.id, id))
  if (!row) throw new Error(`no item ${id}`)
  return row
}

describe('an item on its way', () => {
  test('a draft is kept as far as it goes, and counts nowhere', async () => {
    const draft = aDraft({ title: '样例草稿' })
    expect(await save(w.clerk, draft, arrival())).toEqual({ id: draft.id, version: 1 })
    expect(await save(w.clerk, { ...draft, version: 1, body: '续写' }, arrival())).toEqual({ id: draft.id, version: 2 })
    expect(await stored(draft.id)).toMatchObject({
      state: 'draft',
      body: '续写',
      submittedAt: null,
      quarter: null,
      type: null,
    })
  })

  test('a draft that is submitted is received, with a number, its text kept as sent', async () => {
    const draft = aDraft()
    await save(w.clerk, draft, arrival())
    const at = Date.parse('2026-02-10T02:00:00Z')
    const { ref } = await submit(w.clerk, anItem({ id: draft.id, version: 1, body: '定稿' }), arrival(at))
    expect(ref).toMatch(/^2026Q1-\d{4}$/)
    expect(await stored(draft.id)).toMatchObject({ state: 'received', submittedAt: at, quarter: '2026Q1', version: 2 })
    expect(await db().select().from(itemVersions).where(eq(itemVersions.itemId, draft.id))).toMatchObject([
      { version: 2, body: '定稿', at },
    ])
  })

  test('what was sent back keeps the instant and number that count, even when it returns in a later quarter', async () => {
    const { id, ref, version } = await sent(w.clerk, '2025-03-20')
    const before = await stored(id)
    await sendBack(w.editor, { id, version, reason: '请补充数据' }, arrival('2025-03-25'))
    expect(await stored(id)).toMatchObject({ state: 'sent_back', version: 2 })
    await save(w.clerk, aDraft({ id, version: 2, body: '补充', unclassified: 'yes' }), arrival('2025-03-26'))
    // 不涉密 is confirmed of what is sent: saving neither asks nor keeps it.
    expect(await stored(id)).toMatchObject({ unclassifiedAt: null })
    expect(await submit(w.colleague, anItem({ id, version: 3, body: '补充了' }), arrival('2025-04-02'))).toEqual({
      id,
      ref,
    })
    const { submittedAt, quarter } = before
    expect(await stored(id)).toMatchObject({ state: 'received', submittedAt, quarter, body: '补充了', version: 4 })
    expect((await stored(id))?.unclassifiedAt).toBe(arrival('2025-04-02').at)
    expect(await db().select().from(itemVersions).where(eq(itemVersions.itemId, id))).toHaveLength(2)
    const events = await db().select().from(itemEvents).where(eq(itemEvents.itemId, id)).orderBy(itemEvents.at)
    expect(events.map(({ verb, reason, by }) => [verb, reason, by])).toEqual([
      ['submit', null, w.clerk.userId],
      ['send_back', '请补充数据', w.editor.userId],
      ['submit', null, w.colleague.userId],
    ])
  })

  test('what its unit withdrew counts from the day it is submitted anew; the number stays', async () => {
    const { id, ref, version } = await sent(w.clerk, '2025-03-20')
    await withdraw(w.clerk, { id, version }, arrival('2025-03-25'))
    expect(await stored(id)).toMatchObject({ state: 'withdrawn' })
    await submit(w.clerk, anItem({ id, version: 2 }), arrival('2025-04-02'))
    expect(await stored(id)).toMatchObject({
      ref,
      quarter: '2025Q2',
      submittedAt: Date.parse('2025-04-02T12:00:00+08:00'),
    })
  })

  test('the quarter turns at midnight in Shanghai', async () => {
    const last = await sent(w.clerk, '2026-03-31T15:59:59.999Z')
    const first = await sent(w.clerk, '2026-03-31T16:00:00Z')
    expect((await stored(last.id)).quarter).toBe('2026Q1')
    expect((await stored(first.id)).quarter).toBe('2026Q2')
    expect(first.ref).toBe('2026Q2-0001')
  })
})

describe('blocked means told', () => {
  test("another unit's item, and none at all, are not found", async () => {
    const { id, version } = await sent(w.clerk, '2026-05-05')
    const missing = await refusal(withdraw(w.otherClerk, { id: randomUUID(), version }, arrival()))
    expect(missing.code).toBe('not_found')
    expect(await refusal(withdraw(w.otherClerk, { id, version }, arrival()))).toEqual(missing)
    expect(await refusal(submit(w.otherClerk, anItem({ id, version }), arrival()))).toEqual(missing)
    expect(await refusal(save(w.otherClerk, aDraft({ id, version: 0 }), arrival()))).toEqual(missing)
    expect(await refusal(save(w.clerk, aDraft({ version: 3 }), arrival()))).toEqual(missing)
    const draft = await save(w.clerk, aDraft(), arrival())
    expect(await refusal(sendBack(w.editor, { ...draft, reason: '退' }, arrival()))).toEqual(missing)
  })

  test('whoever sees an item but may not act on it reads why', async () => {
    const { id, version } = await sent(w.clerk, '2026-05-05')
    const only = { code: 'forbidden', message: '只有区政府办公室编辑可以处理来稿。' }
    expect(await refusal(grade(w.reader, aGrade(id, '2026-05-06'), arrival()))).toMatchObject(only)
    expect(await refusal(sendBack(w.clerk, { id, version, reason: '退' }, arrival()))).toMatchObject(only)
    expect(await refusal(withdraw(w.signer, { id, version }, arrival()))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(withdraw(w.editor, { id, version }, arrival()))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(submit(w.signer, anItem(), arrival()))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(submit(w.editor, anItem(), arrival()))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(grade(w.systemAdmin, aGrade(id, '2026-05-06'), arrival()))).toMatchObject({
      code: 'not_found',
    })
  })

  test('an adopted item is neither withdrawn nor sent back', async () => {
    const { id, version } = await sent(w.clerk, '2026-05-05')
    await graded(w.editor, id, '2026-05-06')
    expect(await refusal(withdraw(w.clerk, { id, version }, arrival()))).toEqual({
      code: 'conflict',
      message: '该信息已被采用，不能撤回；如确需撤回，请联系区政府办公室先撤销采用。',
      fields: {},
    })
    expect(await refusal(sendBack(w.editor, { id, version, reason: '退' }, arrival()))).toMatchObject({
      code: 'conflict',
      message: '该信息已登记采用，不能退回；请先撤销采用，再退回。',
    })
    expect((await stored(id)).state).toBe('received')
  })

  test('what was received is not edited or submitted again', async () => {
    const { id, version } = await sent(w.clerk, '2026-05-05')
    expect((await refusal(save(w.clerk, aDraft({ id, version }), arrival()))).message).toContain('请先撤回')
    expect((await refusal(submit(w.clerk, anItem({ id, version }), arrival()))).message).toBe(
      '信息已经报送，无需重复报送。',
    )
  })

  test('a write begun on an older text is refused and changes nothing', async () => {
    const { id } = await save(w.clerk, aDraft({ title: '第一稿' }), arrival())
    await save(w.colleague, aDraft({ id, version: 1, title: '第二稿' }), arrival())
    for (const stale of [0, 1]) {
      const late = await refusal(save(w.clerk, aDraft({ id, version: stale, title: '旧稿' }), arrival()))
      expect(late).toMatchObject({ code: 'conflict', message: expect.stringContaining('另一个窗口') })
    }
    expect(await stored(id)).toMatchObject({ title: '第二稿', version: 2 })
    expect((await refusal(submit(w.clerk, anItem({ id, version: 1 }), arrival()))).code).toBe('conflict')
    const { version } = await submit(w.clerk, anItem({ id, version: 2 }), arrival()).then(() => stored(id))
    expect((await refusal(withdraw(w.clerk, { id, version: version - 1 }, arrival()))).code).toBe('conflict')
    expect((await refusal(sendBack(w.editor, { id, version: version - 1, reason: '退' }, arrival()))).code).toBe(
      'conflict',
    )
  })

  test('of two that write at once from one text, one is refused', async () => {
    const { id } = await save(w.clerk, aDraft(), arrival())
    const both = [w.clerk, w.colleague].map((clerk) => save(clerk, aDraft({ id, version: 1 }), arrival()))
    const outcomes = (await Promise.allSettled(both)).map((o) => o.status)
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('an answer that was lost', () => {
  test('the same submission five times at once is one item and five equal answers', async () => {
    const [input, once] = [anItem(), arrival('2026-05-05')]
    const entries = await auditEntriesOf(async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => submit(w.clerk, input, once)))
      expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
    })
    expect(entries).toHaveLength(1)
    expect(await submit(w.clerk, input, { ...once, at: once.at + 60_000 })).toMatchObject({ id: input.id })
    expect((await stored(input.id)).submittedAt).toBe(once.at)
  })

  test('another body, or another verb, under the same key is refused', async () => {
    const [input, once] = [anItem(), arrival('2026-05-05')]
    await submit(w.clerk, input, once)
    const changed = await refusal(submit(w.clerk, { ...input, body: '改过' }, once))
    expect(changed).toMatchObject({ code: 'conflict', message: expect.stringContaining('请刷新页面') })
    expect((await refusal(withdraw(w.clerk, { id: input.id, version: 1 }, once))).code).toBe('conflict')
    expect(await stored(input.id)).toMatchObject({ body: input.body, state: 'received' })
  })

  test("one person's key is not another's", async () => {
    const once = arrival('2026-05-05')
    const mine = await submit(w.clerk, anItem(), once)
    const theirs = await submit(w.otherClerk, anItem(), once)
    expect(theirs.ref).not.toBe(mine.ref)
  })

  test('a write that failed leaves its key free', async () => {
    const once = arrival('2026-05-05')
    await refusal(withdraw(w.clerk, { id: randomUUID(), version: 1 }, once))
    const input = anItem()
    expect(await submit(w.clerk, input, once)).toMatchObject({ id: input.id })
  })
})

describe('the number of an item', () => {
  test('is unique and follows the last, for twenty at once', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => sent(n % 2 ? w.clerk : w.otherClerk, '2025-10-10')),
    )
    const expected = Array.from({ length: 20 }, (_, n) => `2025Q4-${String(n + 1).padStart(4, '0')}`)
    expect(numbers.map((n) => n.ref).sort()).toEqual(expected)
  })

  test('is not spent by a submission that failed, nor by a draft that bears it as its id', async () => {
    const first = await sent(w.clerk, '2025-07-10')
    await save(w.clerk, aDraft({ id: '2025Q3-0002' }), arrival())
    await refusal(submit(w.otherClerk, anItem({ id: first.id }), arrival('2025-07-11')))
    expect([first.ref, (await sent(w.clerk, '2025-07-12')).ref]).toEqual(['2025Q3-0001', '2025Q3-0002'])
    expect(await save(w.clerk, aDraft({ id: '2025Q3-0001' }), arrival())).toEqual({ id: '2025Q3-0001', version: 1 })
  })
})
