import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { adoptions, audit, editionEntries, rules, textSources, texts, units } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'
import { publicationKind } from '@/lib/domain/rules/adoption'
import type { Quarter } from '@/lib/domain/time/quarter'
import { EDITION_DAY, editionDesk } from '@/lib/testing/editions'
import { arrival, auditEntriesOf, directly, graded, refusal, someone, type World, world } from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { adoptionsOf } from '../adoptions/reading'
import { rankingOf } from '../figures/figures'
import { withdraw } from '../items/items'
import { openItem } from '../items/open'
import { changeSetting } from '../office/settings'
import { mergeItems } from '../texts/texts'
import { changeEdition } from './editions'
import { releaseEdition } from './release'

let w: World
let senior: Viewer
beforeAll(async () => {
  w = await world()
  senior = await someone('editor', { mayRelease: true, mayIssue: true })
})

const { defined, begun, read, at, pick, released, anItemOf, threeItems, composed } = editionDesk(() => w)

describe('releasing', () => {
  test('records the adoption of every entry in one transaction; each unit reads it, and the ranking moves', async () => {
    const items = await threeItems()
    const { id, publication } = await composed(items)
    const figures = async () => (await rankingOf(w.reader, '2026Q2' as Quarter)).tables
    const before = await figures()
    const entries = await auditEntriesOf(() => released(id))
    expect(entries.map(({ verb, subject }) => [verb, subject])).toEqual([
      ...items.map((item) => ['item.grade', item]),
      ['edition.release', id],
    ])
    expect(await figures()).not.toEqual(before)
    for (const [i, clerk] of [w.clerk, w.otherClerk, w.townClerk].entries()) {
      const opened = await openItem(clerk, items[i] ?? '')
      expect(opened.adoptions).toMatchObject([
        {
          kind: 'district_full',
          adoptedOn: EDITION_DAY,
          publication: publication.name,
          issueNo: '1',
          quarter: '2026Q2',
        },
      ])
      expect(opened.history.at(-1)?.reason).toContain(`《${publication.name}》第1期`)
    }
    const view = await read(id, w.reader)
    expect(view).toMatchObject({ state: 'released', releasedBy: w.editor.name, lacks: [] })
    expect(view.entries.map((entry) => entry.adoptions.map(({ unit, revoked }) => [unit, revoked]))).toEqual([
      [['样例一局', null]],
      [['样例二局', null]],
      [['样例一镇', null]],
    ])
  })

  test('twice, or by two at once, records once', async () => {
    const items = await threeItems()
    const { id } = await composed(items)
    const input = await at(id)
    const tries = await Promise.allSettled(
      [w.editor, senior].map((who) => releaseEdition(who, input, arrival(EDITION_DAY))),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await refusal(released(id))).message).toContain('已经发刊')
    expect(await adoptionsOf(w.editor, items)).toHaveLength(3)
  })

  test('refuses all and writes nothing when one item was withdrawn, and names it', async () => {
    const [first = '', ...rest] = await threeItems()
    const { id } = await composed([first, ...rest])
    const gone = await openItem(w.townClerk, rest[1] ?? '')
    await withdraw(w.townClerk, { id: gone.item.id, version: gone.item.version }, arrival(EDITION_DAY))
    expect((await read(id)).lacks).toEqual([expect.stringContaining(gone.item.ref)])
    const before = await db().select().from(audit)
    const { code, fields } = await refusal(released(id))
    expect(code).toBe('conflict')
    expect(Object.values(fields)).toEqual([expect.stringContaining(gone.item.ref)])
    expect(await db().select().from(audit)).toEqual(before)
    expect(await adoptionsOf(w.editor, [first, ...rest])).toEqual([])
    expect(
      (await db().select().from(editionEntries).where(eq(editionEntries.editionId, id))).map(({ body }) => body),
    ).toEqual([null, null, null])
    expect((await read(id)).state).toBe('composing')
  })

  test('points to what the desk has recorded already, bare or in full, and the next edition does so too', async () => {
    const items = await threeItems()
    const { id, publication } = await composed(items)
    await graded(w.editor, items[0] ?? '', '2026-05-10')
    await graded(w.editor, items[1] ?? '', EDITION_DAY, { publication: publication.name, issueNo: '1' })
    expect((await read(id)).entries.map(({ there }) => there)).toEqual([
      { words: '已有区级采用·信息，2026年5月10日', more: '报送单位另计 6 分。' },
      { words: `已有区级采用·信息，2026年5月20日，《${publication.name}》第1期`, more: '报送单位另计 6 分。' },
      null,
    ])
    expect(await released(id)).toMatchObject({ entries: 3, adoptions: 1, stood: 2 })
    expect(await adoptionsOf(w.editor, items)).toHaveLength(3)
    const { entries } = await read(id, w.reader)
    expect(entries.map((entry) => entry.adoptions.length)).toEqual([1, 1, 1])

    const next = await begun(publication.id)
    await pick(next, items)
    expect(await released(next)).toMatchObject({ adoptions: 0, stood: 3 })
    expect(await adoptionsOf(w.editor, items)).toHaveLength(3)
  })

  test('records another taking where the editor says that it is one', async () => {
    const [itemId = ''] = await threeItems()
    const { id } = await composed([itemId])
    await graded(w.editor, itemId, '2026-05-10')
    const another = (await read(id)).entries.map(({ textId }) => textId)
    await releaseEdition(w.editor, { ...(await at(id)), another }, arrival(EDITION_DAY))
    expect(await adoptionsOf(w.editor, [itemId])).toHaveLength(2)
  })

  test('takes the place of a bare record where the publication scores otherwise, as one step', async () => {
    const [itemId = ''] = await threeItems()
    const { id, publication } = await composed([itemId])
    const points = { category: 'department', validFrom: '2026Q1' as Quarter, points: 900, source: null }
    await directly((tx) => tx.insert(rules).values({ ...points, kind: publicationKind(publication.name) }))
    await graded(w.editor, itemId, '2026-05-10')
    const before = (await openItem(w.editor, itemId)).history.length
    expect(await released(id)).toMatchObject({ adoptions: 1, stood: 0 })
    const { adoptions, history } = await openItem(w.editor, itemId)
    expect(adoptions).toMatchObject([{ publication: publication.name, adoptedOn: EDITION_DAY }])
    expect(history.slice(before)).toMatchObject([
      { verb: 'grade', reason: expect.stringContaining('代替区级采用·信息，2026年5月10日') },
    ])
    expect((await read(id, w.reader)).entries[0]?.adoptions).toMatchObject([{ revoked: null }])
  })

  test('takes the place of a bare record where the text is shared', async () => {
    const [first = '', second = ''] = await threeItems()
    await graded(w.editor, first, '2026-05-10')
    const { id: textId } = await mergeItems(
      w.editor,
      { title: '样例综合', items: [first, second] },
      arrival(EDITION_DAY),
    )
    const { id: publicationId } = await defined()
    const id = await begun(publicationId)
    await pick(id, [], [textId])
    expect(await released(id)).toMatchObject({ adoptions: 2, stood: 0 })
    expect(await adoptionsOf(w.editor, [first, second])).toMatchObject([{ sharers: 2 }, { sharers: 2 }])
  })

  test('keeps the released words when the edited text, its unit’s name or the adoption change later', async () => {
    const [itemId = ''] = await threeItems()
    const { id } = await composed([itemId])
    await released(id)
    const before = await read(id, w.reader)
    const [entry] = before.entries
    await directly((tx) =>
      tx
        .update(texts)
        .set({ title: '改过的标题', body: '改过的正文。', version: 2 })
        .where(eq(texts.id, entry?.textId ?? '')),
    )
    const rename = (name: string) => directly((tx) => tx.update(units).set({ name }).where(eq(units.id, 'dept')))
    await rename('改名后的样例一局')
    const adoptionId = entry?.adoptions[0]?.id ?? ''
    await revokeAdoption(w.editor, { adoptionId, reason: '刊发有误' }, arrival(EDITION_DAY))
    const after = await read(id, w.reader)
    expect(after.paper).toEqual(before.paper)
    expect(after.entries[0]?.adoptions).toMatchObject([{ unit: '改名后的样例一局', revoked: '刊发有误' }])
    await rename('样例一局')
  })

  test('waits for its day, and for something to stand in it', async () => {
    const { id } = await composed([])
    expect(Object.values((await refusal(released(id))).fields)).toEqual(['本期还没有编入内容。'])
    await pick(id, [await anItemOf(w.clerk, '样例明日事')])
    await changeEdition(w.editor, { ...(await at(id)), issueNo: 1, day: '2026-05-21' }, arrival(EDITION_DAY))
    expect(Object.values((await refusal(released(id))).fields)).toEqual([expect.stringContaining('到当天才能发刊')])
  })

  test('of a text made of several items shares one adoption among their units', async () => {
    const items = await threeItems()
    const { id } = await composed(items.slice(0, 1))
    const [entry] = (await read(id)).entries
    await directly(async (tx) => {
      await tx
        .update(texts)
        .set({ itemId: null })
        .where(eq(texts.id, entry?.textId ?? ''))
      await tx
        .insert(textSources)
        .values({ textId: entry?.textId ?? '', itemId: items[2] ?? '', position: 2, itemVersion: 1 })
    })
    expect((await read(id)).paper.entries[0]?.credit).toBe('（样例一局、样例一镇供稿）')
    await released(id)
    const rows = await db()
      .select()
      .from(adoptions)
      .where(eq(adoptions.textId, entry?.textId ?? ''))
    expect(rows.map(({ itemId, sharers }) => [itemId, sharers]).sort()).toEqual(
      [
        [items[0], 2],
        [items[2], 2],
      ].sort(),
    )
  })

  test('where the office wants a second pair of eyes, only who may release does', async () => {
    await changeSetting(senior, { name: 'desk.second_eyes', value: 'on' }, arrival())
    const { id } = await composed(await threeItems())
    expect(await read(id)).toMatchObject({ notReleased: expect.stringContaining('具有发布权限的编辑') })
    expect((await refusal(released(id))).code).toBe('forbidden')
    expect(await released(id, senior)).toMatchObject({ entries: 3, adoptions: 3 })
    await changeSetting(senior, { name: 'desk.second_eyes', value: 'off' }, arrival())
  })

  test('where everybody’s adoptions wait, whoever began or composed the edition does not release it', async () => {
    await changeSetting(senior, { name: 'desk.second_eyes', value: 'all' }, arrival())
    const { id } = await composed(await threeItems())
    const other = await someone('editor', { mayRelease: true })
    const third = await someone('editor', { mayRelease: true })
    const [one] = await threeItems()
    await pick(id, [one ?? ''], [], other)
    expect((await refusal(released(id, other))).message).toContain('没有编排本期的另一位')
    expect((await refusal(released(id))).code).toBe('forbidden')
    expect(await released(id, third)).toMatchObject({ entries: 4 })
    await changeSetting(senior, { name: 'desk.second_eyes', value: 'off' }, arrival())
  })
})
