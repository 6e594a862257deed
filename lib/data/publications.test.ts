import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { adoptions, audit, editedSources, editedTexts, editedVersions, issueEntries, units } from '@/db/schema'
import type { Viewer } from '@/lib/domain/policy'
import type { Quarter } from '@/lib/domain/quarter'
import type { PublicationInput } from '@/lib/schemas/publication'
import { arrival, directly, entriesOf, graded, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { adoptionsOf, revoke } from './adoptions'
import { rankingOf } from './figures'
import { candidatesFor } from './issue-candidates'
import { issueOf } from './issue-reading'
import { releaseIssue } from './issue-release'
import { withdraw } from './items'
import { openItem } from './open-item'
import { moveEntry, pickEntries } from './publication-entries'
import { changeIssue, dropIssue, issuesOf, startIssue } from './publication-issues'
import { keepPublication, publicationOf, publicationsOf } from './publications'
import { ruleNotUsed } from './rulings'
import { changeSetting } from './settings'

const DAY = '2026-05-20'
let w: World
let senior: Viewer
beforeAll(async () => {
  w = await world()
  senior = await someone('editor', { mayRelease: true, mayIssue: true })
})

let n = 0
const aPublication = (over: Partial<PublicationInput> = {}): PublicationInput => ({
  id: '',
  name: `样例专报${++n}`,
  kind: 'district_full',
  issuer: '样例区人民政府办公室',
  position: 1,
  retired: '',
  ...over,
})
const defined = async (over: Partial<PublicationInput> = {}) => {
  const input = aPublication(over)
  return { ...input, ...(await keepPublication(w.editor, input, arrival(DAY))) }
}
const begun = async (publicationId: string, day = DAY) =>
  (await startIssue(w.editor, { publicationId, day }, arrival(day))).id
const read = (id: string, viewer: Viewer = w.editor) => issueOf(viewer, id, arrival(DAY).at)
const at = async (id: string) => ({ id, version: (await read(id)).version })
const pick = async (id: string, items: string[], texts: string[] = [], editor = w.editor) =>
  pickEntries(editor, { ...(await at(id)), items, texts }, arrival(DAY))
const released = async (id: string, editor = w.editor) => releaseIssue(editor, await at(id), arrival(DAY))
const anItemOf = async (clerk: Viewer, title: string, day = '2026-05-05') =>
  (await sent(clerk, day, { title, body: `${title}的经过。\n成效明显。` })).id
const threeItems = async () => [
  await anItemOf(w.clerk, '样例甲事'),
  await anItemOf(w.otherClerk, '样例乙事'),
  await anItemOf(w.townClerk, '样例丙事'),
]

/** An issue of a new publication in which these items stand. */
async function composed(items: string[], over: Partial<PublicationInput> = {}) {
  const publication = await defined(over)
  const id = await begun(publication.id)
  await pick(id, items)
  return { id, publication }
}
const titles = async (id: string) => (await read(id)).entries.map(({ title }) => title)

describe('a publication', () => {
  test('is defined by the office, renamed, reordered and retired', async () => {
    const { id, name } = await defined({ position: 2 })
    expect((await publicationsOf(w.editor)).map((one) => one.name)).toContain(name)
    await keepPublication(w.editor, aPublication({ id, name: '样例改名', position: 1, retired: 'yes' }), arrival())
    expect(await publicationOf(w.editor, id)).toMatchObject({ name: '样例改名', position: 1, retired: true })
    expect((await refusal(startIssue(w.editor, { publicationId: id, day: '' }, arrival()))).message).toContain('已停用')
  })

  test('has a name of its own and a kind that the office knows', async () => {
    const { name } = await defined()
    expect((await refusal(keepPublication(w.editor, aPublication({ name }), arrival()))).fields).toHaveProperty('name')
    const unknown = aPublication({ kind: '国家级采用' })
    expect((await refusal(keepPublication(w.editor, unknown, arrival()))).fields).toHaveProperty('kind')
  })

  test('keeps name and issuer once it has released an issue; its level may change', async () => {
    const { id: issueId, publication } = await composed([await anItemOf(w.clerk, '样例定名')])
    await released(issueId)
    for (const over of [{ name: '样例另名' }, { issuer: '样例区委办公室' }])
      expect((await refusal(keepPublication(w.editor, { ...publication, ...over }, arrival()))).fields).toHaveProperty(
        Object.keys(over)[0] ?? '',
      )
    await keepPublication(w.editor, { ...publication, kind: 'district_brief' }, arrival())
    expect((await publicationOf(w.editor, publication.id)).kind).toBe('district_brief')
  })
})

describe('an issue', () => {
  test('takes the next number of its year, on today where no day is named', async () => {
    const { id } = await defined()
    for (const [day, year, issueNo] of [
      ['2026-05-20', 2026, 1],
      ['', 2026, 2],
      ['2025-12-31', 2025, 1],
    ] as const) {
      const issue = (await startIssue(w.editor, { publicationId: id, day }, arrival(DAY))).id
      expect(await read(issue)).toMatchObject({ year, issueNo, day: day || DAY, state: 'composing' })
    }
    expect((await issuesOf(w.editor, id)).rows.map((row) => [row.year, row.issueNo])).toEqual([
      [2026, 2],
      [2026, 1],
      [2025, 1],
    ])
  })

  test('never takes a number that another has; one that was dropped gives its number back', async () => {
    const { id } = await defined()
    const [one, two] = [await begun(id), await begun(id)]
    const taken = changeIssue(w.editor, { ...(await at(two)), issueNo: 1, day: DAY }, arrival(DAY))
    expect((await refusal(taken)).fields).toHaveProperty('issueNo')
    await changeIssue(w.editor, { ...(await at(two)), issueNo: 1, day: '2025-05-20' }, arrival(DAY))
    expect(await read(two)).toMatchObject({ year: 2025, issueNo: 1 })
    await dropIssue(w.editor, await at(one), arrival(DAY))
    expect(await read(await begun(id))).toMatchObject({ year: 2026, issueNo: 1 })
    expect((await refusal(pick(one, []))).code).toBe('conflict')
  })

  test('of two started at once has two numbers', async () => {
    const { id } = await defined()
    await Promise.all([1, 2, 3].map(() => begun(id)))
    const numbers = (await issuesOf(w.editor, id)).rows.map(({ issueNo }) => issueNo)
    expect(numbers).toEqual([3, 2, 1])
  })

  test('is listed by pages, each row once', async () => {
    const { id } = await defined()
    for (let i = 0; i < 34; i++) await begun(id)
    const first = await issuesOf(w.editor, id)
    const second = await issuesOf(w.editor, id, first.next ?? undefined)
    expect([first.rows.length, second.rows.length, second.next]).toEqual([30, 4, null])
    const numbers = [...first.rows, ...second.rows].map(({ issueNo }) => issueNo)
    expect(numbers).toEqual(Array.from({ length: 34 }, (_, i) => 34 - i))
  })
})

describe('picking', () => {
  test('makes an edited text of what the unit sent, with its first version and its source', async () => {
    const [itemId = ''] = await threeItems()
    const { id } = await composed([itemId])
    const [text] = await db().select().from(editedTexts).where(eq(editedTexts.itemId, itemId))
    expect(text).toMatchObject({ title: '样例甲事', body: '样例甲事的经过。\n成效明显。', version: 1 })
    expect(
      await db()
        .select()
        .from(editedVersions)
        .where(eq(editedVersions.textId, text?.id ?? '')),
    ).toMatchObject([{ version: 1, title: '样例甲事', editedBy: w.editor.userId }])
    expect(
      await db()
        .select()
        .from(editedSources)
        .where(eq(editedSources.textId, text?.id ?? '')),
    ).toMatchObject([{ itemId, position: 1, itemVersion: 1 }])
    expect((await read(id)).entries).toMatchObject([{ textId: text?.id, units: ['样例一局'], itemId }])
  })

  test('takes up the edited text that an item has, and none twice', async () => {
    const [itemId = ''] = await threeItems()
    const { id } = await composed([itemId])
    const [entry] = (await read(id)).entries
    expect(await pick(id, [itemId], [entry?.textId ?? ''])).toMatchObject({ picked: 0 })
    const other = await composed([itemId])
    expect((await read(other.id)).entries.map(({ textId }) => textId)).toEqual([entry?.textId])
    expect(await titles(id)).toEqual(['样例甲事'])
  })

  test('of several at once keeps their order; each moves up, down and out', async () => {
    const { id } = await composed(await threeItems())
    expect(await titles(id)).toEqual(['样例甲事', '样例乙事', '样例丙事'])
    const move = async (i: number, verb: 'up' | 'down' | 'remove') =>
      moveEntry(w.editor, { ...(await at(id)), textId: (await read(id)).entries[i]?.textId ?? '', verb }, arrival(DAY))
    await move(2, 'up')
    expect(await titles(id)).toEqual(['样例甲事', '样例丙事', '样例乙事'])
    await move(0, 'down')
    expect(await titles(id)).toEqual(['样例丙事', '样例甲事', '样例乙事'])
    await move(1, 'remove')
    expect(await titles(id)).toEqual(['样例丙事', '样例乙事'])
    expect((await refusal(move(0, 'up'))).message).toBe('这一条已在最前。')
    expect((await refusal(move(1, 'down'))).message).toBe('这一条已在最后。')
  })

  test('refuses all when one can’t be adopted, and names it', async () => {
    const [good = '', bad = ''] = await threeItems()
    await ruleNotUsed(w.editor, { id: bad, version: 1, reasonId: '', reason: '样例' }, arrival(DAY))
    const { id } = await composed([])
    expect((await refusal(pick(id, [good, bad]))).message).toMatch(/没有编入：2026Q2-\d+：该信息已定为未采用/)
    expect(await titles(id)).toEqual([])
    expect(await db().select().from(editedTexts).where(eq(editedTexts.itemId, good))).toEqual([])
  })

  test('offers received items of late and edited texts that stand in no issue', async () => {
    const [itemId = '', second = ''] = await threeItems()
    const { id, publication } = await composed([itemId, second])
    const offered = await candidatesFor(w.editor, {}, arrival(DAY).at)
    const found = offered.items.find((item) => item.id === itemId)
    expect(found?.standsIn).toEqual([`《${publication.name}》2026年第1期`])
    const [entry] = (await read(id)).entries
    const free = async () => (await candidatesFor(w.editor, {}, arrival(DAY).at)).texts.map((text) => text.id)
    expect(await free()).not.toContain(entry?.textId)
    await moveEntry(w.editor, { ...(await at(id)), textId: entry?.textId ?? '', verb: 'remove' }, arrival(DAY))
    expect(await free()).toContain(entry?.textId)
    const searched = await candidatesFor(w.editor, { text: '样例乙事' }, arrival(DAY).at)
    expect(new Set(searched.items.map(({ title }) => title))).toEqual(new Set(['样例乙事']))
    expect((await candidatesFor(w.editor, {}, arrival('2026-09-30').at)).items).toEqual([])
  })

  test('by two editors at once loses nothing: one is told, and both picks stand once it is done again', async () => {
    const [a = '', b = ''] = await threeItems()
    const { id } = await composed([])
    const seen = await at(id)
    const tries = await Promise.allSettled([
      pickEntries(w.editor, { ...seen, items: [a], texts: [] }, arrival(DAY)),
      pickEntries(senior, { ...seen, items: [b], texts: [] }, arrival(DAY)),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await titles(id)).toHaveLength(1)
    await pick(id, [a, b])
    expect((await titles(id)).sort()).toEqual(['样例乙事', '样例甲事'].sort())
  })
})

describe('releasing', () => {
  test('records the adoption of every entry in one transaction; each unit reads it, and the ranking moves', async () => {
    const items = await threeItems()
    const { id, publication } = await composed(items)
    const figures = async () => (await rankingOf(w.reader, '2026Q2' as Quarter)).adoption
    const before = await figures()
    const entries = await entriesOf(() => released(id))
    expect(entries.map(({ verb, subject }) => [verb, subject])).toEqual([
      ...items.map((item) => ['item.grade', item]),
      ['issue.release', id],
    ])
    expect(await figures()).not.toEqual(before)
    for (const [i, clerk] of [w.clerk, w.otherClerk, w.townClerk].entries()) {
      const opened = await openItem(clerk, items[i] ?? '')
      expect(opened.adoptions).toMatchObject([
        { kind: 'district_full', adoptedOn: DAY, publication: publication.name, issueNo: '1', quarter: '2026Q2' },
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
    const tries = await Promise.allSettled([w.editor, senior].map((who) => releaseIssue(who, input, arrival(DAY))))
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await refusal(released(id))).message).toContain('已经发刊')
    expect(await adoptionsOf(w.editor, items)).toHaveLength(3)
  })

  test('refuses all and writes nothing when one item was withdrawn, and names it', async () => {
    const [first = '', ...rest] = await threeItems()
    const { id } = await composed([first, ...rest])
    const gone = await openItem(w.townClerk, rest[1] ?? '')
    await withdraw(w.townClerk, { id: gone.item.id, version: gone.item.version }, arrival(DAY))
    expect((await read(id)).lacks).toEqual([expect.stringContaining(gone.item.ref)])
    const before = await db().select().from(audit)
    const { code, fields } = await refusal(released(id))
    expect(code).toBe('conflict')
    expect(Object.values(fields)).toEqual([expect.stringContaining(gone.item.ref)])
    expect(await db().select().from(audit)).toEqual(before)
    expect(await adoptionsOf(w.editor, [first, ...rest])).toEqual([])
    expect(
      (await db().select().from(issueEntries).where(eq(issueEntries.issueId, id))).map(({ body }) => body),
    ).toEqual([null, null, null])
    expect((await read(id)).state).toBe('composing')
  })

  test('refuses all when the desk has recorded the same adoption already', async () => {
    const items = await threeItems()
    const { id, publication } = await composed(items)
    await graded(w.editor, items[1] ?? '', DAY, { publication: publication.name, issueNo: '1' })
    expect((await read(id)).lacks).toEqual([])
    const { item } = await openItem(w.otherClerk, items[1] ?? '')
    const faults = Object.values((await refusal(released(id))).fields)
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^${item.ref}：这条信息已有相同的采用记录`))])
    expect(await adoptionsOf(w.editor, items)).toHaveLength(1)
    expect((await read(id)).state).toBe('composing')
  })

  test('keeps the released words when the edited text, its unit’s name or the adoption change later', async () => {
    const [itemId = ''] = await threeItems()
    const { id } = await composed([itemId])
    await released(id)
    const before = await read(id, w.reader)
    const [entry] = before.entries
    await directly((tx) =>
      tx
        .update(editedTexts)
        .set({ title: '改过的标题', body: '改过的正文。', version: 2 })
        .where(eq(editedTexts.id, entry?.textId ?? '')),
    )
    const rename = (name: string) => directly((tx) => tx.update(units).set({ name }).where(eq(units.id, 'dept')))
    await rename('改名后的样例一局')
    const adoptionId = entry?.adoptions[0]?.id ?? ''
    await revoke(w.editor, { adoptionId, reason: '刊发有误' }, arrival(DAY))
    const after = await read(id, w.reader)
    expect(after.paper).toEqual(before.paper)
    expect(after.entries[0]?.adoptions).toMatchObject([{ unit: '改名后的样例一局', revoked: '刊发有误' }])
    await rename('样例一局')
  })

  test('waits for its day, and for something to stand in it', async () => {
    const { id } = await composed([])
    expect(Object.values((await refusal(released(id))).fields)).toEqual(['本期还没有编入内容。'])
    await pick(id, [await anItemOf(w.clerk, '样例明日事')])
    await changeIssue(w.editor, { ...(await at(id)), issueNo: 1, day: '2026-05-21' }, arrival(DAY))
    expect(Object.values((await refusal(released(id))).fields)).toEqual([expect.stringContaining('到当天才能发刊')])
  })

  test('of a text made of several items shares one adoption among their units', async () => {
    const items = await threeItems()
    const { id } = await composed(items.slice(0, 1))
    const [entry] = (await read(id)).entries
    await directly(async (tx) => {
      await tx
        .update(editedTexts)
        .set({ itemId: null })
        .where(eq(editedTexts.id, entry?.textId ?? ''))
      await tx
        .insert(editedSources)
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
    await changeSetting(senior, { name: 'desk.release', value: 'on' }, arrival())
    const { id } = await composed(await threeItems())
    expect(await read(id)).toMatchObject({ proposes: true })
    expect((await refusal(released(id))).code).toBe('forbidden')
    expect(await released(id, senior)).toMatchObject({ entries: 3, adoptions: 3 })
    await changeSetting(senior, { name: 'desk.release', value: 'off' }, arrival())
  })
})

test('leadership reads what was released and nothing else; nobody but editors composes', async () => {
  const { id, publication } = await composed(await threeItems())
  expect((await publicationsOf(w.reader)).map((one) => one.id)).not.toContain(publication.id)
  expect((await refusal(read(id, w.reader))).code).toBe('not_found')
  expect((await issuesOf(w.reader, publication.id)).rows).toEqual([])
  await released(id)
  expect((await read(id, w.reader)).paper.entries).toHaveLength(3)
  expect((await issuesOf(w.reader, publication.id)).rows).toHaveLength(1)
  for (const viewer of [w.clerk, w.systemAdmin]) {
    const reads = [() => publicationsOf(viewer), () => issuesOf(viewer, publication.id), () => read(id, viewer)]
    for (const work of reads) expect((await refusal(work())).code).toBe('forbidden')
  }
  for (const viewer of [w.reader, w.clerk]) {
    const input = { id, version: 1 }
    const works = [
      () => keepPublication(viewer, aPublication(), arrival()),
      () => startIssue(viewer, { publicationId: publication.id, day: '' }, arrival()),
      () => pickEntries(viewer, { ...input, items: [], texts: [] }, arrival()),
      () => dropIssue(viewer, input, arrival()),
      () => releaseIssue(viewer, input, arrival()),
      () => candidatesFor(viewer, {}, Date.now()),
    ]
    for (const work of works) expect((await refusal(work())).code).toBe('forbidden')
  }
})

test('what is not there is said to be so, and the log holds no text', async () => {
  for (const work of [() => read('none'), () => publicationOf(w.editor, 'none'), () => read('?')])
    expect((await refusal(work())).code).toBe('not_found')
  const log = JSON.stringify(await db().select().from(audit))
  expect([log.includes('样例甲事'), log.includes('样例专报')]).toEqual([false, false])
})
