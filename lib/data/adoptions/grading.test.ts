import { and, eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { adoptionRevocations, adoptions, itemEvents } from '@/db/schema'
import { KINDS } from '@/lib/domain/adoptions/kinds'
import type { Viewer } from '@/lib/domain/people/policy'
import { type GradeAllInput, gradeAllSchema, undoSchema } from '@/lib/schemas/adoptions'
import { arrival, auditEntriesOf, graded, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { sendBack } from '../items/items'
import { openItem } from '../items/open'
import { gradeAll, UNDO_REASON, undoGrades } from './grading'
import { adoptionsOf } from './reading'

let w: World
let second: Viewer
let third: Viewer
beforeAll(async () => {
  w = await world()
  second = await someone('editor', { name: '样例编辑乙' })
  third = await someone('editor', { name: '样例编辑丙' })
})

const DAY = '2026-05-06'
const asked = (over: Partial<GradeAllInput> & Pick<GradeAllInput, 'items'>): GradeAllInput => ({
  kinds: ['district_full'],
  adoptedOn: DAY,
  publication: '',
  issueNo: '',
  evidence: '',
  ...over,
})
const fresh = async (day = '2026-05-05') => (await sent(w.clerk, day)).id
const kindsOf = async (id: string) => (await adoptionsOf(w.editor, [id])).map(({ kind }) => kind).sort()

describe('grading', () => {
  test('records several kinds at once, with publication, issue and evidence, each in the history', async () => {
    const id = await fresh()
    const input = asked({
      items: [{ id, seen: 1 }],
      kinds: ['forwarded', 'district_full', 'city_brief'],
      publication: '样例信息',
      issueNo: '7',
      evidence: '样例来文第七号',
    })
    expect((await gradeAll(w.editor, input, arrival(DAY))).adoptions).toHaveLength(3)
    expect(await kindsOf(id)).toEqual(['city_brief', 'district_full', 'forwarded'])
    for (const adoption of await adoptionsOf(w.editor, [id]))
      expect(adoption).toMatchObject({ publication: '样例信息', issueNo: '7', evidence: '样例来文第七号' })
    const { history } = await openItem(w.editor, id)
    expect(history.filter(({ verb }) => verb === 'grade')).toHaveLength(3)
  })

  test('grades many items in one go; what could not be graded is named with the reason, the rest is done', async () => {
    const [a, b, late] = [await fresh(), await fresh(), await fresh('2026-05-20')]
    const back = await sent(w.clerk, '2026-05-05', { title: '已退回的一条' })
    await sendBack(w.editor, { id: back.id, version: back.version, reason: '请补充' }, arrival('2026-05-05'))
    const items = [a, b, late, back.id].map((id) => ({ id, seen: null }))
    const done = await gradeAll(w.editor, asked({ items }), arrival(DAY))
    expect(done.items).toEqual([a, b])
    expect(done.adoptions).toHaveLength(2)
    expect(done.refused).toEqual([
      { id: late, title: '样例标题', reason: '采用日期不能早于报送日期（2026年5月20日）。' },
      { id: back.id, title: '已退回的一条', reason: expect.stringContaining('只有已接收的信息可以登记采用') },
    ])
    expect(await kindsOf(late)).toEqual([])
  })

  test('of one item records all kinds or none, and says so', async () => {
    const id = await fresh()
    await graded(w.editor, id, DAY)
    const input = asked({ items: [{ id, seen: null }], kinds: ['district_full', 'province'] })
    const refused = await refusal(gradeAll(w.editor, input, arrival(DAY)))
    expect(refused.message).toMatch(/^这条信息已有相同的采用记录（区级采用·信息.*这次所选的 2 项都还没有登记。$/)
    expect(await kindsOf(id)).toEqual(['district_full'])
  })

  test('records nothing of a press before its question is answered: the yes of the next press is for all of it', async () => {
    const id = await fresh()
    await graded(w.editor, id, DAY, { kind: 'district_brief' })
    const kinds = ['district_brief', 'city_full'] satisfies GradeAllInput['kinds']
    const input = asked({ items: [{ id, seen: null }], kinds, adoptedOn: '2026-05-07' })
    const { message, told } = await refusal(gradeAll(w.editor, input, arrival('2026-05-07')))
    expect(message).toBe(
      '已有区级采用·简讯，2026年5月6日，再登记一次？报送单位另计 3 分。这次所选的 2 项都还没有登记。',
    )
    expect(await kindsOf(id)).toEqual(['district_brief'])
    const done = await gradeAll(w.editor, { ...input, told: [...(told ?? [])] }, arrival('2026-05-07'))
    expect([done.adoptions.length, done.refused]).toEqual([2, []])
    expect(await kindsOf(id)).toEqual(['city_full', 'district_brief', 'district_brief'])
  })

  test('of many items records nothing either while one of them is a question', async () => {
    const [free, held, late] = [await fresh(), await fresh(), await fresh('2026-05-20')]
    await graded(w.editor, held, DAY)
    const items = [free, held, late].map((id) => ({ id, seen: null }))
    const input = asked({ items, adoptedOn: '2026-05-07' })
    const { message, told } = await refusal(gradeAll(w.editor, input, arrival('2026-05-07')))
    expect(message).toMatch(
      /^《样例标题》：已有区级采用·信息.*《样例标题》：采用日期不能早于.*这次所选的 3 项都还没有登记。$/,
    )
    expect(await kindsOf(free)).toEqual([])
    const done = await gradeAll(w.editor, { ...input, told: [...(told ?? [])] }, arrival('2026-05-07'))
    expect([done.items, done.refused.map(({ id }) => id)]).toEqual([[free, held], [late]])
  })

  test('of one item asks about all its kinds at once', async () => {
    const id = await fresh()
    for (const kind of ['forwarded', 'district_full'] as const) await graded(w.editor, id, DAY, { kind })
    const input = asked({ items: [{ id, seen: null }], kinds: ['forwarded', 'district_full'], publication: '样例信息' })
    const { message, told } = await refusal(gradeAll(w.editor, input, arrival(DAY)))
    expect([message.match(/再登记一次？/g)?.length, told?.length]).toEqual([2, 2])
    const done = await gradeAll(w.editor, { ...input, told: [...(told ?? [])] }, arrival(DAY))
    expect([done.adoptions.length, done.refused]).toEqual([2, []])
  })

  test('after someone else acted is refused with who did what when; pressed again with that seen it is done', async () => {
    const id = await fresh()
    const { seen } = await openItem(second, id)
    await gradeAll(w.editor, asked({ items: [{ id, seen }] }), arrival('2026-05-06T01:30:00Z'))
    const mine = { kinds: ['province'], items: [{ id, seen }] } satisfies Partial<GradeAllInput>
    const refused = await refusal(gradeAll(second, asked(mine), arrival(DAY)))
    expect(refused).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/2026年5月6日 ?09:30 样例editor 采用登记：区级采用·信息/),
    })
    expect(await kindsOf(id)).toEqual(['district_full'])
    const now = await openItem(second, id)
    await gradeAll(second, asked({ ...mine, items: [{ id, seen: now.seen }] }), arrival(DAY))
    expect(await kindsOf(id)).toEqual(['district_full', 'province'])
  })

  test("one's own acts never stand in one's way", async () => {
    const id = await fresh()
    const { seen } = await openItem(w.editor, id)
    for (const { kind } of KINDS)
      await gradeAll(w.editor, asked({ items: [{ id, seen }], kinds: [kind] }), arrival(DAY))
    expect(await kindsOf(id)).toHaveLength(6)
  })

  test('is for editors; an item out of reach is not found', async () => {
    const id = await fresh()
    for (const viewer of [w.clerk, w.reader, w.systemAdmin])
      expect((await refusal(gradeAll(viewer, asked({ items: [{ id, seen: null }] }), arrival(DAY)))).code).toBe(
        'forbidden',
      )
    const none = gradeAll(w.editor, asked({ items: [{ id: 'nothing', seen: null }] }), arrival(DAY))
    expect((await refusal(none)).code).toBe('not_found')
  })
})

describe('undo', () => {
  test('revokes all that one act made, with its reason, and stays in the history', async () => {
    const ids = [await fresh(), await fresh()]
    const items = ids.map((id) => ({ id, seen: null }))
    const done = await gradeAll(w.editor, asked({ items, kinds: ['forwarded', 'city_full'] }), arrival(DAY))
    const entries = await auditEntriesOf(() => undoGrades(w.editor, done, arrival(DAY)))
    expect(entries.map(({ verb }) => verb)).toEqual(Array(4).fill('item.revoke'))
    for (const id of ids) {
      expect(await kindsOf(id)).toEqual([])
      const { history } = await openItem(w.editor, id)
      expect(history.filter((e) => e.verb === 'revoke' && e.reason?.includes(UNDO_REASON))).toHaveLength(2)
    }
    const reasons = await db()
      .select({ reason: adoptionRevocations.reason })
      .from(adoptionRevocations)
      .where(inArray(adoptionRevocations.adoptionId, done.adoptions))
    expect(reasons).toEqual(Array(4).fill({ reason: UNDO_REASON }))
  })

  test("takes back one's own acts alone, once, all or nothing", async () => {
    const id = await fresh()
    const done = await gradeAll(w.editor, asked({ items: [{ id, seen: null }] }), arrival(DAY))
    expect((await refusal(undoGrades(second, done, arrival(DAY)))).code).toBe('forbidden')
    const theirs = await graded(second, id, DAY, { kind: 'province' })
    const both = { adoptions: [...done.adoptions, theirs], proposals: [] }
    expect((await refusal(undoGrades(w.editor, both, arrival(DAY)))).code).toBe('forbidden')
    expect(await kindsOf(id)).toEqual(['district_full', 'province'])
    await undoGrades(w.editor, done, arrival(DAY))
    expect((await refusal(undoGrades(w.editor, done, arrival(DAY)))).code).toBe('conflict')
  })
})

/** 300 items with YANXIN_FULL=1. */
const MANY = process.env.YANXIN_FULL === '1' ? 300 : 40

test('three editors on the same items at once: no lost write, no double adoption, history complete', async () => {
  const ids = await Promise.all(Array.from({ length: MANY }, () => fresh()))
  const kinds = KINDS.map(({ kind }) => kind)
  // Each editor grades every item in their own order and kinds, pressing again whenever another was there first.
  const work = async (editor: Viewer, turn: number) => {
    const wanted = kinds.filter((_, i) => i % 3 !== turn) // every kind is wanted by two of the three
    let again = 0
    for (const id of ids.slice((turn * MANY) / 4).concat(ids.slice(0, (turn * MANY) / 4))) {
      let { seen } = await openItem(editor, id)
      for (let left = [...wanted]; left.length > 0; ) {
        const done = await gradeAll(editor, asked({ items: [{ id, seen }], kinds: left }), arrival()).catch(
          (e: unknown) => e,
        )
        if (!(done instanceof Error)) break
        if (!/您打开之后|已有相同/.test(done.message)) throw done
        again++
        seen = (await openItem(editor, id)).seen
        const there = await kindsOf(id)
        left = left.filter((kind) => !there.includes(kind))
      }
    }
    return again
  }
  await Promise.all([w.editor, second, third].map(work))
  const stored = await db().select().from(adoptions).where(inArray(adoptions.itemId, ids))
  expect(stored).toHaveLength(6 * MANY)
  expect(new Set(stored.map(({ itemId, kind }) => `${itemId} ${kind}`)).size).toBe(6 * MANY)
  const events = await db()
    .select({ itemId: itemEvents.itemId, by: itemEvents.by, reason: itemEvents.reason })
    .from(itemEvents)
    .where(and(inArray(itemEvents.itemId, ids), eq(itemEvents.verb, 'grade')))
  expect(events.map(({ itemId, by }) => `${itemId} ${by}`).sort()).toEqual(
    stored.map(({ itemId, recordedBy }) => `${itemId} ${recordedBy}`).sort(),
  )
})

describe('the form of grading', () => {
  const form = { items: 'a:1,b:,a:2', adoptedOn: DAY, publication: '', issueNo: '', province: 'on', forwarded: 'on' }

  test('names each item once with what was seen of it, and the kinds in their order', () => {
    const parsed = gradeAllSchema.parse(form)
    expect(parsed.items).toEqual([
      { id: 'a', seen: 2 },
      { id: 'b', seen: null },
    ])
    expect(parsed.kinds).toEqual(['forwarded', 'province'])
  })

  test('asks for a kind, and takes at most a hundred items', () => {
    const { province: _, forwarded: __, ...none } = form
    expect(gradeAllSchema.safeParse(none).error?.issues[0]).toMatchObject({
      path: ['kinds'],
      message: '请选择采用类别。',
    })
    const items = (n: number) => Array.from({ length: n }, (_, i) => `i${i}:`).join(',')
    expect(gradeAllSchema.safeParse({ ...form, items: items(100) }).success).toBe(true)
    expect(gradeAllSchema.safeParse({ ...form, items: items(101) }).success).toBe(false)
    expect(gradeAllSchema.safeParse({ ...form, items: '' }).success).toBe(false)
  })

  test('of undo may be empty on either side', () => {
    expect(undoSchema.parse({ adoptions: 'a,b,a', proposals: '' })).toEqual({ adoptions: ['a', 'b'], proposals: [] })
  })
})
