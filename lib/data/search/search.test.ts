import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { databaseUrl } from '@/db/dialect'
import { facts, items } from '@/db/schema'
import { indexItems, waiting } from '@/db/search'
import { operator } from '@/lib/auth/viewer'
import type { Cursor } from '@/lib/domain/base/cursor'
import { memory } from '@/lib/domain/base/memory'
import { gramsOfWord } from '@/lib/domain/search/grams'
import { quarterOfInstant } from '@/lib/domain/time/quarter'
import { isIndexing, settleIndex } from '@/lib/testing/indexing'
import { aDraft, anItem, arrival, directly, graded, refusal, sent, type World, world } from '@/lib/testing/world'
import type { DeskFilter } from '../desk/inner/filter'
import { save, sendBack, submit, withdraw } from '../items/items'
import { inbox, neighbours, ownItems } from '../items/lists'
import { openItem } from '../items/open'
import { reindex } from './upkeep'

let w: World
beforeAll(async () => {
  w = await world()
})

const titlesOf = async (filter: DeskFilter) => (await inbox(w.editor, filter)).rows.map((row) => row.title)
const find = (text: string, over: DeskFilter = {}) => titlesOf({ text, ...over })

describe('what was sent', () => {
  test('is found at once, and still when it is indexed', async () => {
    await sent(w.clerk, '2026-02-01', { title: '橘园采收', body: '亩产增收三成', author: '采收撰稿' })
    for (const text of ['橘', '橘园', '亩产增收', '园 三成', '采收撰', '“亩产增收三成”'])
      expect(await find(text), text).toEqual(['橘园采收'])
    await settleIndex()
    expect(await db().select().from(waiting)).toEqual([])
    for (const text of ['橘', '橘园', '亩产增收', '园 三成', '采收撰', '“亩产增收三成”'])
      expect(await find(text), text).toEqual(['橘园采收'])
    for (const text of ['橘采', '成橘', '收采收', '橘 水稻']) expect(await find(text), text).toEqual([])
  })

  test('is indexed in the background, soon after the write', async () => {
    // What an earlier search set going must not be what indexes it.
    await vi.waitFor(() => expect(isIndexing()).toBe(false), { timeout: 240_000 })
    await sent(w.clerk, '2026-02-02', { title: '后台收录' })
    await vi.waitFor(async () => expect(await db().select().from(waiting)).toEqual([]), { timeout: 240_000 })
    expect(await find('后台收录')).toEqual(['后台收录'])
  })

  test('and is rewritten is found by the new text only after it is sent again', async () => {
    const { id } = await sent(w.clerk, '2026-02-03', { title: '旧塘清淤', body: '淤泥' })
    await settleIndex()
    await sendBack(w.editor, { id, version: 1, reason: '请补充' }, arrival('2026-02-04'))
    await save(w.clerk, aDraft({ id, version: 2, title: '新渠通水', body: '渠水' }), arrival('2026-02-05'))
    for (const step of [async () => undefined, settleIndex]) {
      await step()
      expect(await find('淤泥', { state: 'all' })).toEqual(['旧塘清淤'])
      expect(await find('渠水', { state: 'all' })).toEqual([])
    }
    await submit(w.clerk, anItem({ id, version: 3, title: '新渠通水', body: '渠水' }), arrival('2026-02-06'))
    for (const step of [async () => undefined, settleIndex]) {
      await step()
      expect(await find('淤泥', { state: 'all' })).toEqual([])
      expect(await find('渠水')).toEqual(['新渠通水'])
    }
  })

  test('and sent back or withdrawn is found where the filter says', async () => {
    const back = await sent(w.clerk, '2026-02-07', { title: '鱼苗投放退' })
    const drawn = await sent(w.clerk, '2026-02-08', { title: '鱼苗投放撤' })
    await settleIndex()
    await sendBack(w.editor, { id: back.id, version: 1, reason: '请补充' }, arrival('2026-02-09'))
    await withdraw(w.clerk, { id: drawn.id, version: 1 }, arrival('2026-02-09'))
    expect(await find('鱼苗')).toEqual([])
    expect(await find('鱼苗', { state: 'sent_back' })).toEqual(['鱼苗投放退'])
    expect(await find('鱼苗', { state: 'withdrawn' })).toEqual(['鱼苗投放撤'])
    expect(await find('鱼苗', { state: 'all' })).toEqual(['鱼苗投放撤', '鱼苗投放退'])
  })
})

test('a draft is not in the office’s search', async () => {
  await save(w.clerk, aDraft({ title: '未报的稿子' }), arrival('2026-02-10'))
  expect(await find('未报的稿子', { state: 'all' })).toEqual([])
})

test('nobody but the desk searches, and a foreign unit’s clerk reaches nothing through it', async () => {
  const { id } = await sent(w.clerk, '2026-02-11', { title: '只属本局' })
  for (const who of [w.otherClerk, w.clerk, w.reader, w.systemAdmin, w.auditAdmin])
    expect((await refusal(inbox(who, { text: '只属本局' }))).code).toBe('forbidden')
  expect((await refusal(openItem(w.otherClerk, id))).code).toBe('not_found')
  expect((await ownItems(w.otherClerk)).rows.map((row) => row.id)).not.toContain(id)
})

describe('a unit is found', () => {
  beforeAll(async () => {
    await sent(w.townClerk, '2026-02-12', { title: '镇上来稿', body: '春耕' })
    await sent(w.clerk, '2026-02-12', { title: '局里来稿', body: '春耕' })
  })
  test.each([
    ['name', '春耕 样例一镇', '镇上来稿'],
    ['a part of the name', '春耕 一局', '局里来稿'],
    ['alias', '春耕 样例局', '局里来稿'],
    ['initials', '春耕 ylyz', '镇上来稿'],
    ['an alias’s initials', '春耕 ylj', '局里来稿'],
  ])('by %s', async (_name, text, title) => expect(await find(text)).toEqual([title]))
})

describe('filters narrow the inbox, with words and without', () => {
  beforeAll(async () => {
    const one = await sent(w.clerk, '2026-03-01', { title: '专报所用' })
    await sent(w.clerk, '2026-03-02', { title: '未被采用' })
    await graded(w.editor, one.id, '2026-03-03', { kind: 'city_brief', publication: '《雁江专报》' })
  })
  const march = { from: '2026-03-01', to: '2026-03-31' }
  test.each<[string, DeskFilter, string[]]>([
    ['the kind of an adoption', { kind: 'city_brief' }, ['专报所用']],
    ['a kind that nothing was adopted as', { kind: 'province' }, []],
    ['the publication, or a part of its name', { publication: '雁江专' }, ['专报所用']],
    ['kind and publication of one adoption', { kind: 'forwarded', publication: '专报' }, []],
    ['the first day', { from: '2026-03-02' }, ['未被采用']],
    ['the last day, inclusive', { to: '2026-03-01' }, ['专报所用']],
  ])('%s', async (_name, filter, titles) => {
    expect(await titlesOf({ ...march, ...filter })).toEqual(titles)
    expect(await find('用', { ...march, ...filter })).toEqual(titles)
  })
})

describe('a word that stands in very many items', () => {
  const many = Array.from({ length: 900 }, (_, n) => {
    // Three quarters; ten of one instant, so that the id decides too.
    const at = Date.parse('2024-05-01T08:00:00+08:00') + Math.floor(n / 10) * 2 * 86_400_000
    return { id: randomUUID(), at, odd: n % 7 === 0 }
  })
  const order = (a: Cursor, b: Cursor) => b.at - a.at || (a.id < b.id ? 1 : -1)
  const wanted = many.toSorted(order).map(({ id }) => id)

  beforeAll(async () => {
    const rows = many.map(({ id, at, odd }, n) => ({
      id,
      ref: `多${n}`,
      unitId: n % 2 ? 'dept' : 'town2',
      title: '汛期值守',
      body: odd ? '甲丙，乙丁，甲乙' : '甲丙，乙丁',
      state: 'received' as const,
      version: 1,
      submittedAt: at,
      quarter: quarterOfInstant(at),
      createdAt: at,
      updatedAt: at,
    }))
    await directly((tx) => tx.insert(items).values(rows))
  })

  const walk = async (filter: DeskFilter) => {
    const seen: string[] = []
    for (let after: Cursor | undefined; ; ) {
      const page = await inbox(w.editor, { ...filter, after })
      seen.push(...page.rows.map((row) => row.id))
      if (!page.next) return seen
      after = page.next
    }
  }

  test.each([
    ['while it waits', async () => undefined],
    ['when it is indexed', settleIndex],
  ])('is read newest first, page by page, every item once: %s', async (_name, step) => {
    await step()
    expect(await walk({ text: '汛期' })).toEqual(wanted)
    expect(await walk({ text: '甲乙' })).toEqual(wanted.filter((id) => many.find((m) => m.id === id)?.odd))
    expect(await walk({ text: '值守', unitId: 'town2' })).toHaveLength(450)
    expect((await walk({ text: '汛', from: '2024-07-01', to: '2024-07-31' })).length).toBeGreaterThan(100)
  })

  test('has its neighbours above and below', async () => {
    for (const i of [0, 1, 430, 898, 899]) {
      const id = wanted[i] as string
      const at = many.find((m) => m.id === id)?.at as number
      const found = await neighbours(w.editor, { text: '汛期' }, { id, at })
      expect(found).toEqual({ newer: wanted[i - 1] ?? null, older: wanted[i + 1] ?? null })
    }
  })
})

describe('whatever the texts, search finds what a plain scan finds', () => {
  const letter = fc.constantFrom(...'区工作情况和桥aAbéÉ1%_\\\'" ，\n', '𠀀')
  const text = fc.string({ unit: letter, minLength: 1, maxLength: 14 })
  const plain = (s: string) => s.toLowerCase()
  let stored: { title: string; body: string; author: string }[]

  beforeAll(async () => {
    stored = fc.sample(fc.record({ title: text, body: text, author: text }), 60)
    for (const over of stored) await sent(w.townClerk, '2025-01-05', over)
  })

  test.each([
    ['while they wait', async () => undefined],
    ['when they are indexed', settleIndex],
    ['after the index was built anew', () => reindex(operator(), () => undefined)],
  ])('%s', async (_name, step) => {
    await step()
    const day = { from: '2025-01-05', to: '2025-01-05' } as const
    for (const n of stored.keys()) {
      const { title, body, author } = stored[n] ?? { title: '', body: '', author: '' }
      const source = [...([title, body, author][n % 3] ?? '')]
      const start = (n * 5) % source.length
      const word = source
        .slice(start, start + 1 + (n % 4))
        .join('')
        .trim()
      if (word === '' || /["\n]/.test(word)) continue
      const expected = stored
        .filter((s) => [s.title, s.body, s.author].some((t) => plain(t).includes(plain(word))))
        .map((s) => s.title)
      const found: string[] = []
      for (let after: Cursor | undefined; ; ) {
        const page = await inbox(w.editor, { ...day, text: `"${word}"`, after })
        found.push(...page.rows.map((row) => row.title))
        if (!page.next) break
        after = page.next
      }
      expect(found.sort(), word).toEqual(expected.sort())
    }
  })
})

test('an index of an older folding misses nothing: all waits until it is indexed anew', async () => {
  const { id } = await sent(w.clerk, '2026-02-20', { title: '２０２６年ＧＤＰ增长８％（初步）' })
  await settleIndex()
  await directly(async (tx) => {
    // As the index held it before full and half width were alike.
    await indexItems(tx, new Map([[id, new Set(gramsOfWord('ｇｄｐ'))]]))
    await tx.update(facts).set({ value: '1' }).where(eq(facts.name, 'search:folding'))
  })
  expect(await find('GDP')).toEqual([])
  memory('folding of the index', { most: 4 }).drop(databaseUrl())
  for (const text of ['GDP', '2026', '8%', '(初步)'])
    expect(await find(text), text).toEqual(['２０２６年ＧＤＰ增长８％（初步）'])
  await settleIndex()
  expect(await db().select().from(facts).where(eq(facts.name, 'search:folding'))).toMatchObject([{ value: '2' }])
  expect(await find('GDP')).toEqual(['２０２６年ＧＤＰ增长８％（初步）'])
})
