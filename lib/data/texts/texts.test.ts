import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { texts, textVersions } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'
import { TEXT_DAY, textDesk } from '@/lib/testing/texts'
import { anItem, arrival, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { sendBack, submit, withdraw } from '../items/items'
import { openItem } from '../items/open'
import { ruleNotUsed } from '../items/rulings'
import { chosenForMerge, marksOf, textsFor } from './lists'
import { textVersion } from './reading'
import { addSource, moveSource } from './sources'
import { dropText, mergeItems, restoreText, saveText } from './texts'

let w: World
let other: Viewer
beforeAll(async () => {
  w = await world()
  other = await someone('editor')
})

const { itemOf, threeItems, made, merged, read, saved, graded, refs } = textDesk(() => w)

describe('the edited text of an item', () => {
  test('begins with what the unit sent; the unit’s own words stay beside it, whatever is made of them', async () => {
    const item = await itemOf(w.clerk, '样例改写前')
    const id = await made(item)
    expect(await read(id)).toMatchObject({ title: '样例改写前', version: 1, itemId: item, sharers: ['样例一局'] })
    await saved(id, 1, '样例改写后')
    const text = await read(id)
    expect(text).toMatchObject({ title: '样例改写后', body: '改后的正文。', version: 2 })
    expect(text.sources[0]).toMatchObject({ title: '样例改写前', body: '样例改写前的经过。\n成效明显。', newer: null })
    expect((await openItem(w.clerk, item)).item.title).toBe('样例改写前')
  })

  test('is one an item, however many editors open it', async () => {
    const item = await itemOf(w.clerk, '样例同开')
    expect(await made(item)).toBe(await made(item, other))
    const pair = await itemOf(w.clerk, '样例齐开')
    const both = await Promise.all([made(pair), made(pair, other)])
    expect(new Set(both).size).toBe(1)
  })

  test('is made only of what was received; the reason says what would help', async () => {
    const item = await itemOf(w.clerk, '样例未用')
    await ruleNotUsed(w.editor, { id: item, version: 1, reasonId: 'not_used-1', reason: '' }, arrival(TEXT_DAY))
    expect(await refusal(made(item))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('请先恢复'),
    })
    const gone = await sent(w.clerk, '2026-05-05')
    await withdraw(w.clerk, gone, arrival('2026-05-06'))
    expect((await refusal(made(gone.id))).message).toContain('撤回')
  })

  test('keeps the words that were read when the unit sends it anew, and says that it did', async () => {
    const item = await itemOf(w.clerk, '样例初稿')
    const id = await made(item)
    await sendBack(w.editor, { id: item, version: 1, reasonId: '', reason: '请补充' }, arrival('2026-05-06'))
    await submit(w.clerk, anItem({ id: item, version: 2, title: '样例补充稿' }), arrival('2026-05-07'))
    expect((await read(id)).sources[0]).toMatchObject({ title: '样例初稿', newer: { title: '样例补充稿' } })
    await moveSource(w.editor, { id, itemId: item, verb: 'read' }, arrival('2026-05-08'))
    expect((await read(id)).sources[0]).toMatchObject({ title: '样例补充稿', newer: null })
    expect((await read(id)).title).toBe('样例初稿')
  })

  test('given up, it is taken up again from its item with all its versions', async () => {
    const item = await itemOf(w.clerk, '样例放弃')
    const id = await made(item)
    await saved(id, 1, '样例放弃二')
    await dropText(w.editor, { id }, arrival(TEXT_DAY))
    expect((await refusal(saved(id, 2, '样例'))).message).toContain('请先恢复')
    expect(await made(item)).toBe(id)
    expect(await read(id)).toMatchObject({ moment: { dropped: false }, version: 2, title: '样例放弃二' })
  })
})

describe('two editors at once', () => {
  test('the second is refused, nothing is overwritten, and both texts end among the versions', async () => {
    const id = await made(await itemOf(w.clerk, '样例并改'))
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
    const id = await made(await itemOf(w.clerk, '样例十改'))
    const tries = Array.from({ length: 10 }, (_, i) => saved(id, 1, `样例${i}`, '正文。', i % 2 ? other : w.editor))
    const done = await Promise.allSettled(tries)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const rows = await db().select().from(textVersions).where(eq(textVersions.textId, id))
    expect(rows).toHaveLength(2)
  })

  test('saving what stands already makes no version, another title or another text does', async () => {
    const id = await made(await itemOf(w.clerk, '样例未改'))
    await saved(id, 1, '样例同文')
    expect(await saved(id, 2, '样例同文')).toMatchObject({ version: 2, changed: false })
    expect(await saved(id, 2, '样例同文', '另一段正文。')).toMatchObject({ version: 3, changed: true })
    expect(await saved(id, 3, '样例另题', '另一段正文。')).toMatchObject({ version: 4, changed: true })
    expect(await read(id)).toMatchObject({ title: '样例另题', body: '另一段正文。' })
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
    const before = (await db().select().from(texts)).length
    expect((await refusal(merged([a.id]))).message).toContain('至少由 2 条')
    expect((await refusal(merged([a.id, '2026Q2-9999']))).fields).toHaveProperty('items')
    await withdraw(w.townClerk, b, arrival('2026-05-06'))
    expect((await refusal(merged([a.id, b.id]))).message).toContain(b.ref)
    const long = await sent(w.clerk, '2026-05-05', { body: '长'.repeat(20_000) })
    expect((await refusal(merged([a.id, long.id]))).message).toContain('请少选几条')
    expect((await db().select().from(texts)).length).toBe(before)
  })

  test('its sources are added by number, moved and taken out; the text stays as it is', async () => {
    const [one = '', two = '', three = ''] = await threeItems()
    const id = await merged([one, two])
    const { body } = await read(id)
    const added = await openItem(w.editor, three)
    await addSource(w.editor, { id, item: added.item.ref }, arrival(TEXT_DAY))
    expect(await refs(id)).toEqual(['样例甲事', '样例乙事', '样例丙事'])
    await moveSource(w.editor, { id, itemId: three, verb: 'up' }, arrival(TEXT_DAY))
    await moveSource(w.editor, { id, itemId: one, verb: 'remove' }, arrival(TEXT_DAY))
    expect(await refs(id)).toEqual(['样例丙事', '样例乙事'])
    expect(await read(id)).toMatchObject({ body, version: 1 })
    const single = await made(one)
    for (const refused of [
      () => addSource(w.editor, { id, item: `/desk/${three}` }, arrival(TEXT_DAY)),
      () => moveSource(w.editor, { id, itemId: three, verb: 'remove' }, arrival(TEXT_DAY)),
      () => moveSource(w.editor, { id, itemId: three, verb: 'up' }, arrival(TEXT_DAY)),
      () => moveSource(w.editor, { id, itemId: one, verb: 'up' }, arrival(TEXT_DAY)),
      () => addSource(w.editor, { id: single, item: three }, arrival(TEXT_DAY)),
    ])
      expect((await refusal(refused())).code).toBe('conflict')
  })

  test('is marked on its items, beside the edited text of each', async () => {
    const [one = '', two = ''] = await threeItems()
    const [own, id] = [await made(one), await merged([one, two])]
    expect(await marksOf(w.editor, one)).toMatchObject({ own: { id: own }, merged: [{ id }] })
    expect(await marksOf(w.editor, two)).toMatchObject({ own: null, merged: [{ id }] })
    await dropText(w.editor, { id }, arrival(TEXT_DAY))
    expect((await marksOf(w.editor, two)).merged).toEqual([])
    await restoreText(w.editor, { id }, arrival(TEXT_DAY))
    expect((await marksOf(w.editor, two)).merged).toMatchObject([{ id }])
  })
})

test('the list begins with what was worked on last, and goes on where it ended', async () => {
  const id = await made(await itemOf(w.clerk, '样例最新'))
  await saveText(w.editor, { id, version: 1, title: '样例最新二', body: '正文。' }, arrival('2027-01-05'))
  for (let i = 0; i < 30; i++) await made(await itemOf(w.clerk, `样例列表${i}`))
  const first = await textsFor(w.editor)
  expect(first.rows[0]).toMatchObject({ id, title: '样例最新二', several: false, units: ['样例一局'] })
  expect(first.rows).toHaveLength(30)
  const all = [...first.rows]
  for (let next = first.next; next; ) {
    const page = await textsFor(w.editor, 'all', next)
    all.push(...page.rows)
    next = page.next
  }
  expect(all.map((row) => row.id).sort()).toEqual(
    (await db().select().from(texts).where(eq(texts.dropped, false))).map((row) => row.id).sort(),
  )
})

test('only editors read and write edited texts', async () => {
  const items = await threeItems()
  const id = await merged(items)
  for (const viewer of [w.clerk, w.signer, w.reader, w.systemAdmin, w.auditAdmin]) {
    for (const refused of [
      () => read(id, viewer),
      () => textsFor(viewer),
      () => marksOf(viewer, items[0] ?? ''),
      () => textVersion(viewer, id, 1),
      () => chosenForMerge(viewer, items),
      () => made(items[0] ?? '', viewer),
      () => mergeItems(viewer, { title: '样例', items }, arrival(TEXT_DAY)),
      () => saved(id, 1, '样例', '正文。', viewer),
      () => addSource(viewer, { id, item: 'x' }, arrival(TEXT_DAY)),
      () => moveSource(viewer, { id, itemId: items[0] ?? '', verb: 'up' }, arrival(TEXT_DAY)),
      () => dropText(viewer, { id }, arrival(TEXT_DAY)),
      () => graded(id, {}, viewer),
    ])
      expect((await refusal(refused())).code).toBe('forbidden')
  }
  const nothing = [
    () => read('nothing'),
    () => read('not an id!'),
    () => saved('nothing', 1, '样例'),
    () => made('nothing'),
  ]
  for (const refused of nothing) expect((await refusal(refused())).code).toBe('not_found')
})
