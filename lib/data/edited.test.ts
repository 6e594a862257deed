import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { audit, editedSources, editedTexts, editedVersions } from '@/db/schema'
import { type Fraction, fraction, minus, NOTHING } from '@/lib/domain/exact'
import type { Viewer } from '@/lib/domain/policy'
import type { Quarter } from '@/lib/domain/quarter'
import type { GradeTextInput } from '@/lib/schemas/editing'
import { anItem, arrival, directly, entriesOf, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { adoptionsOf, revoke } from './adoptions'
import { dropText, editItem, mergeItems, restoreText, saveText } from './edited'
import { gradeText } from './edited-grading'
import { chosenForMerge, editedTextsFor, marksOf } from './edited-lists'
import { editedText, textVersion } from './edited-reading'
import { addSource, moveSource } from './edited-sources'
import { rankingOf } from './figures'
import { sendBack, submit, withdraw } from './items'
import { openItem } from './open-item'
import { ruleNotUsed } from './rulings'
import { changeSetting } from './settings'

const DAY = '2026-05-20'
let w: World
let other: Viewer
beforeAll(async () => {
  w = await world()
  other = await someone('editor')
})

const itemOf = async (clerk: Viewer, title: string) =>
  (await sent(clerk, '2026-05-05', { title, body: `${title}的经过。\n成效明显。` })).id
const threeItems = async () => [
  await itemOf(w.clerk, '样例甲事'),
  await itemOf(w.otherClerk, '样例乙事'),
  await itemOf(w.townClerk, '样例丙事'),
]
const edited = async (itemId: string, editor = w.editor) => (await editItem(editor, { id: itemId }, arrival(DAY))).id
const merged = async (items: string[], title = '样例综合') =>
  (await mergeItems(w.editor, { title, items }, arrival(DAY))).id
const read = (id: string, viewer = w.editor) => editedText(viewer, id)
const saved = (id: string, version: number, title: string, body = '改后的正文。', editor = w.editor) =>
  saveText(editor, { id, version, title, body }, arrival(DAY))
const aGrade = (id: string, over: Partial<GradeTextInput> = {}): GradeTextInput => ({
  ...{ id, sharers: 3, kinds: ['district_full'], adoptedOn: DAY, publication: '', issueNo: '', evidence: '' },
  ...over,
})
const graded = (id: string, over: Partial<GradeTextInput> = {}, editor = w.editor) =>
  gradeText(editor, aGrade(id, over), arrival(DAY))
const refs = async (id: string) => (await read(id)).sources.map(({ title }) => title)

describe('the edited text of an item', () => {
  test('begins with what the unit sent; the unit’s own words stay beside it, whatever is made of them', async () => {
    const item = await itemOf(w.clerk, '样例改写前')
    const id = await edited(item)
    expect(await read(id)).toMatchObject({ title: '样例改写前', version: 1, itemId: item, sharers: ['样例一局'] })
    await saved(id, 1, '样例改写后')
    const text = await read(id)
    expect(text).toMatchObject({ title: '样例改写后', body: '改后的正文。', version: 2 })
    expect(text.sources[0]).toMatchObject({ title: '样例改写前', body: '样例改写前的经过。\n成效明显。', newer: null })
    expect((await openItem(w.clerk, item)).item.title).toBe('样例改写前')
  })

  test('is one an item, however many editors open it', async () => {
    const item = await itemOf(w.clerk, '样例同开')
    expect(await edited(item)).toBe(await edited(item, other))
    const pair = await itemOf(w.clerk, '样例齐开')
    const both = await Promise.all([edited(pair), edited(pair, other)])
    expect(new Set(both).size).toBe(1)
  })

  test('is made only of what was received; the reason says what would help', async () => {
    const item = await itemOf(w.clerk, '样例未用')
    await ruleNotUsed(w.editor, { id: item, version: 1, reasonId: 'not_used-1', reason: '' }, arrival(DAY))
    expect(await refusal(edited(item))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('请先恢复'),
    })
    const gone = await sent(w.clerk, '2026-05-05')
    await withdraw(w.clerk, gone, arrival('2026-05-06'))
    expect((await refusal(edited(gone.id))).message).toContain('撤回')
  })

  test('keeps the words that were read when the unit sends it anew, and says that it did', async () => {
    const item = await itemOf(w.clerk, '样例初稿')
    const id = await edited(item)
    await sendBack(w.editor, { id: item, version: 1, reasonId: '', reason: '请补充' }, arrival('2026-05-06'))
    await submit(w.clerk, anItem({ id: item, version: 2, title: '样例补充稿' }), arrival('2026-05-07'))
    expect((await read(id)).sources[0]).toMatchObject({ title: '样例初稿', newer: { title: '样例补充稿' } })
    await moveSource(w.editor, { id, itemId: item, verb: 'read' }, arrival('2026-05-08'))
    expect((await read(id)).sources[0]).toMatchObject({ title: '样例补充稿', newer: null })
    expect((await read(id)).title).toBe('样例初稿')
  })

  test('given up, it is taken up again from its item with all its versions', async () => {
    const item = await itemOf(w.clerk, '样例放弃')
    const id = await edited(item)
    await saved(id, 1, '样例放弃二')
    await dropText(w.editor, { id }, arrival(DAY))
    expect((await refusal(saved(id, 2, '样例'))).message).toContain('请先恢复')
    expect(await edited(item)).toBe(id)
    expect(await read(id)).toMatchObject({ moment: { dropped: false }, version: 2, title: '样例放弃二' })
  })
})

describe('two editors at once', () => {
  test('the second is refused, nothing is overwritten, and both texts end among the versions', async () => {
    const id = await edited(await itemOf(w.clerk, '样例并改'))
    await saved(id, 1, '样例先存')
    const refused = await refusal(saved(id, 1, '样例后存', '后者的正文。', other))
    expect(refused).toMatchObject({ code: 'conflict', message: expect.stringContaining('没有覆盖') })
    expect(await read(id)).toMatchObject({ title: '样例先存', version: 2 })
    await saved(id, 2, '样例后存', '后者的正文。', other)
    const { versions } = await read(id)
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1])
    expect(await textVersion(w.editor, id, 2)).toMatchObject({ title: '样例先存' })
    expect((await refusal(textVersion(w.editor, id, 9))).code).toBe('not_found')
  })

  test('of ten saves on one version exactly one is taken', async () => {
    const id = await edited(await itemOf(w.clerk, '样例十改'))
    const tries = Array.from({ length: 10 }, (_, i) => saved(id, 1, `样例${i}`, '正文。', i % 2 ? other : w.editor))
    const done = await Promise.allSettled(tries)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const rows = await db().select().from(editedVersions).where(eq(editedVersions.textId, id))
    expect(rows).toHaveLength(2)
  })

  test('saving what stands already makes no version', async () => {
    const id = await edited(await itemOf(w.clerk, '样例未改'))
    await saved(id, 1, '样例同文')
    expect(await saved(id, 2, '样例同文')).toMatchObject({ version: 2 })
  })
})

describe('a 综合', () => {
  test('holds the items’ texts in order, each headed by its unit, and names every unit', async () => {
    const id = await merged(await threeItems())
    const text = await read(id)
    expect(text).toMatchObject({ itemId: null, version: 1, sharers: ['样例一局', '样例二局', '样例一镇'] })
    expect(text.body.split('\n').filter((line) => line.startsWith('样例一') || line.startsWith('样例二'))).toEqual([
      '样例一局',
      '样例二局',
      '样例一镇',
    ])
    expect(text.sources.map(({ title }) => title)).toEqual(['样例甲事', '样例乙事', '样例丙事'])
  })

  test('is made of 2 to 10 received items; what is wrong is named, and nothing is made', async () => {
    const [a, b] = [await sent(w.clerk, '2026-05-05'), await sent(w.townClerk, '2026-05-05')]
    const before = (await db().select().from(editedTexts)).length
    expect((await refusal(merged([a.id]))).message).toContain('至少由 2 条')
    expect((await refusal(merged([a.id, '2026Q2-9999']))).fields).toHaveProperty('items')
    await withdraw(w.townClerk, b, arrival('2026-05-06'))
    expect((await refusal(merged([a.id, b.id]))).message).toContain(b.ref)
    const long = await sent(w.clerk, '2026-05-05', { body: '长'.repeat(20_000) })
    expect((await refusal(merged([a.id, long.id]))).message).toContain('请少选几条')
    expect((await db().select().from(editedTexts)).length).toBe(before)
  })

  test('its sources are added by number, moved and taken out; the text stays as it is', async () => {
    const [one = '', two = '', three = ''] = await threeItems()
    const id = await merged([one, two])
    const { body } = await read(id)
    const added = await openItem(w.editor, three)
    await addSource(w.editor, { id, item: added.item.ref }, arrival(DAY))
    expect(await refs(id)).toEqual(['样例甲事', '样例乙事', '样例丙事'])
    await moveSource(w.editor, { id, itemId: three, verb: 'up' }, arrival(DAY))
    await moveSource(w.editor, { id, itemId: one, verb: 'remove' }, arrival(DAY))
    expect(await refs(id)).toEqual(['样例丙事', '样例乙事'])
    expect(await read(id)).toMatchObject({ body, version: 1 })
    const single = await edited(one)
    for (const refused of [
      () => addSource(w.editor, { id, item: `/desk/${three}` }, arrival(DAY)),
      () => moveSource(w.editor, { id, itemId: three, verb: 'remove' }, arrival(DAY)),
      () => moveSource(w.editor, { id, itemId: three, verb: 'up' }, arrival(DAY)),
      () => moveSource(w.editor, { id, itemId: one, verb: 'up' }, arrival(DAY)),
      () => addSource(w.editor, { id: single, item: three }, arrival(DAY)),
    ])
      expect((await refusal(refused())).code).toBe('conflict')
  })

  test('is marked on its items, beside the edited text of each', async () => {
    const [one = '', two = ''] = await threeItems()
    const [own, id] = [await edited(one), await merged([one, two])]
    expect(await marksOf(w.editor, one)).toMatchObject({ own: { id: own }, merged: [{ id }] })
    expect(await marksOf(w.editor, two)).toMatchObject({ own: null, merged: [{ id }] })
    await dropText(w.editor, { id }, arrival(DAY))
    expect((await marksOf(w.editor, two)).merged).toEqual([])
    await restoreText(w.editor, { id }, arrival(DAY))
    expect((await marksOf(w.editor, two)).merged).toMatchObject([{ id }])
  })
})

describe('grading an edited text', () => {
  test('of three units makes three adoptions, each shared by three; every unit reads its own alone', async () => {
    const items = await threeItems()
    const id = await merged(items)
    const { adoptions: made } = await graded(id, { publication: '样例信息', issueNo: '7' })
    expect(made).toHaveLength(3)
    const { adoptions } = await read(id)
    expect(adoptions.map(({ unit, sharers, revoked }) => [unit, sharers, revoked])).toEqual([
      ['样例一局', 3, null],
      ['样例二局', 3, null],
      ['样例一镇', 3, null],
    ])
    for (const [i, clerk] of [w.clerk, w.otherClerk, w.townClerk].entries()) {
      const own = await openItem(clerk, items[i] ?? '')
      expect(own.adoptions).toMatchObject([{ kind: 'district_full', publication: '样例信息', issueNo: '7' }])
      expect((await refusal(openItem(clerk, items[(i + 1) % 3] ?? ''))).code).toBe('not_found')
      expect((await refusal(read(id, clerk))).code).toBe('forbidden')
    }
  })

  test('in several kinds records each of them, and the points are shared as the rules say', async () => {
    const before = await points()
    const id = await merged(await threeItems())
    const { adoptions } = await graded(id, { kinds: ['district_full', 'province'] })
    expect(adoptions).toHaveLength(6)
    // 样例一局: (6 + 20) ÷ 3, in hundredths and exactly.
    expect(minus(await points(), before)).toEqual(fraction(2600, 3))
  })

  test('two items of one unit have one share', async () => {
    const items = [
      await itemOf(w.clerk, '样例一事'),
      await itemOf(w.clerk, '样例二事'),
      await itemOf(w.townClerk, '三'),
    ]
    const id = await merged(items)
    expect((await graded(id, { sharers: 2 })).adoptions).toHaveLength(2)
  })

  test('a source that was withdrawn refuses all of it, and is named', async () => {
    const items = await threeItems()
    const id = await merged(items)
    const { item } = await openItem(w.townClerk, items[2] ?? '')
    await withdraw(w.townClerk, { id: item.id, version: item.version }, arrival('2026-05-21'))
    expect((await refusal(graded(id))).message).toContain(item.ref)
    expect((await read(id)).adoptions).toEqual([])
    for (const one of items) expect(await adoptionsOf(w.editor, [one])).toEqual([])
  })

  test('is refused when the units are others than the form said', async () => {
    const [one = '', two = '', three = ''] = await threeItems()
    const id = await merged([one, two])
    await addSource(other, { id, item: three }, arrival(DAY))
    expect((await refusal(graded(id, { sharers: 2 }))).message).toContain('现为 3 个')
  })

  test('fixes who shares in it until it is revoked', async () => {
    const [one = '', two = '', three = ''] = await threeItems()
    const id = await merged([one, two])
    const { adoptions } = await graded(id, { sharers: 2 })
    for (const refused of [
      () => addSource(w.editor, { id, item: three }, arrival(DAY)),
      () => moveSource(w.editor, { id, itemId: one, verb: 'remove' }, arrival(DAY)),
      () => dropText(w.editor, { id }, arrival(DAY)),
    ])
      expect((await refusal(refused())).message).toContain('撤销采用')
    for (const adoptionId of adoptions) await revoke(w.editor, { adoptionId, reason: '误登' }, arrival(DAY))
    expect((await read(id)).adoptions.map(({ revoked }) => revoked)).toEqual(['误登', '误登'])
    await addSource(w.editor, { id, item: three }, arrival(DAY))
  })

  test('waits for the second pair of eyes where the office wants it', async () => {
    const senior = await someone('editor', { mayRelease: true, mayIssue: true })
    const id = await merged(await threeItems())
    await changeSetting(senior, { name: 'desk.release', value: 'on' }, arrival(DAY))
    expect(await refusal(graded(id))).toMatchObject({ code: 'forbidden' })
    await graded(id, {}, senior)
    await changeSetting(senior, { name: 'desk.release', value: 'off' }, arrival(DAY))
  })
})

test('the list begins with what was worked on last, and goes on where it ended', async () => {
  const id = await edited(await itemOf(w.clerk, '样例最新'))
  await saveText(w.editor, { id, version: 1, title: '样例最新二', body: '正文。' }, arrival('2027-01-05'))
  for (let i = 0; i < 30; i++) await edited(await itemOf(w.clerk, `样例列表${i}`))
  const first = await editedTextsFor(w.editor)
  expect(first.rows[0]).toMatchObject({ id, title: '样例最新二', several: false, units: ['样例一局'] })
  expect(first.rows).toHaveLength(30)
  const all = [...first.rows]
  for (let next = first.next; next; ) {
    const page = await editedTextsFor(w.editor, 'all', next)
    all.push(...page.rows)
    next = page.next
  }
  expect(all.map((row) => row.id).sort()).toEqual(
    (await db().select().from(editedTexts).where(eq(editedTexts.dropped, false))).map((row) => row.id).sort(),
  )
})

test('only editors read and write edited texts', async () => {
  const items = await threeItems()
  const id = await merged(items)
  for (const viewer of [w.clerk, w.signer, w.reader, w.systemAdmin, w.auditAdmin]) {
    for (const refused of [
      () => read(id, viewer),
      () => editedTextsFor(viewer),
      () => marksOf(viewer, items[0] ?? ''),
      () => textVersion(viewer, id, 1),
      () => chosenForMerge(viewer, items),
      () => edited(items[0] ?? '', viewer),
      () => mergeItems(viewer, { title: '样例', items }, arrival(DAY)),
      () => saved(id, 1, '样例', '正文。', viewer),
      () => addSource(viewer, { id, item: 'x' }, arrival(DAY)),
      () => moveSource(viewer, { id, itemId: items[0] ?? '', verb: 'up' }, arrival(DAY)),
      () => dropText(viewer, { id }, arrival(DAY)),
      () => graded(id, {}, viewer),
    ])
      expect((await refusal(refused())).code).toBe('forbidden')
  }
  const nothing = [
    () => read('nothing'),
    () => read('not an id!'),
    () => saved('nothing', 1, '样例'),
    () => edited('nothing'),
  ]
  for (const refused of nothing) expect((await refusal(refused())).code).toBe('not_found')
})

test('every change is in the log, and no word that anybody wrote', async () => {
  const items = await threeItems()
  const entries = await entriesOf(async () => {
    const id = await merged(items, '不进日志的综合标题')
    await saved(id, 1, '不进日志的改后标题', '不进日志的改后正文。')
    await moveSource(w.editor, { id, itemId: items[1] ?? '', verb: 'up' }, arrival(DAY))
    await graded(id)
    await edited(items[0] ?? '')
  })
  expect(entries.map(({ verb }) => verb)).toEqual([
    ...['text.merge', 'text.save', 'text.move', 'item.grade', 'item.grade', 'item.grade', 'text.grade', 'text.make'],
  ])
  await directly(async (tx) => {
    expect(JSON.stringify(await tx.select().from(audit))).not.toContain('不进日志')
  })
})

test('a write repeated under its key makes nothing twice', async () => {
  const items = await threeItems()
  const once = arrival(DAY)
  const input = { title: '样例重发', items }
  expect(await mergeItems(w.editor, input, once)).toEqual(await mergeItems(w.editor, input, once))
  const rows = await db()
    .select()
    .from(editedSources)
    .where(eq(editedSources.itemId, items[0] ?? ''))
  expect(rows).toHaveLength(1)
})

/** The points of 样例一局 in the quarter. */
async function points(): Promise<Fraction> {
  const { adoption } = await rankingOf(w.reader, '2026Q2' as Quarter)
  return adoption.department.find(({ unitId }) => unitId === 'dept')?.points ?? NOTHING
}
