import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { textSources, texts, textVersions } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'
import { EDITION_DAY, editionDesk } from '@/lib/testing/editions'
import { arrival, refusal, someone, type World, world } from '@/lib/testing/world'
import { ruleNotUsed } from '../items/rulings'
import { candidatesFor } from './candidates'
import { moveEntry, pickEntries } from './entries'

let w: World
let senior: Viewer
beforeAll(async () => {
  w = await world()
  senior = await someone('editor', { mayRelease: true, mayIssue: true })
})

const { read, at, pick, threeItems, composed, titles } = editionDesk(() => w)

describe('picking', () => {
  test('makes an edited text of what the unit sent, with its first version and its source', async () => {
    const [itemId = ''] = await threeItems()
    const { id } = await composed([itemId])
    const [text] = await db().select().from(texts).where(eq(texts.itemId, itemId))
    expect(text).toMatchObject({
      title: '样例甲事',
      body: expect.stringMatching(/^样例甲事的经过。\n成效明显。/),
      version: 1,
    })
    expect(
      await db()
        .select()
        .from(textVersions)
        .where(eq(textVersions.textId, text?.id ?? '')),
    ).toMatchObject([{ version: 1, title: '样例甲事', editedBy: w.editor.userId }])
    expect(
      await db()
        .select()
        .from(textSources)
        .where(eq(textSources.textId, text?.id ?? '')),
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
      moveEntry(
        w.editor,
        { ...(await at(id)), textId: (await read(id)).entries[i]?.textId ?? '', verb },
        arrival(EDITION_DAY),
      )
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
    await ruleNotUsed(w.editor, { id: bad, version: 1, reasonId: '', reason: '样例' }, arrival(EDITION_DAY))
    const { id } = await composed([])
    expect((await refusal(pick(id, [good, bad]))).message).toMatch(/没有编入：2026Q2-\d+：该信息已定为未采用/)
    expect(await titles(id)).toEqual([])
    expect(await db().select().from(texts).where(eq(texts.itemId, good))).toEqual([])
  })

  test('offers received items of late and edited texts that stand in no issue', async () => {
    const [itemId = '', second = ''] = await threeItems()
    const { id, publication } = await composed([itemId, second])
    const offered = await candidatesFor(w.editor, {}, arrival(EDITION_DAY).at)
    const found = offered.items.find((item) => item.id === itemId)
    expect(found?.standsIn).toEqual([`《${publication.name}》2026年第1期`])
    const [entry] = (await read(id)).entries
    const free = async () => (await candidatesFor(w.editor, {}, arrival(EDITION_DAY).at)).texts.map((text) => text.id)
    expect(await free()).not.toContain(entry?.textId)
    await moveEntry(w.editor, { ...(await at(id)), textId: entry?.textId ?? '', verb: 'remove' }, arrival(EDITION_DAY))
    expect(await free()).toContain(entry?.textId)
    const searched = await candidatesFor(w.editor, { text: '样例乙事' }, arrival(EDITION_DAY).at)
    expect(new Set(searched.items.map(({ title }) => title))).toEqual(new Set(['样例乙事']))
    expect((await candidatesFor(w.editor, {}, arrival('2026-09-30').at)).items).toEqual([])
  })

  test('by two editors at once loses nothing: one is told, and both picks stand once it is done again', async () => {
    const [a = '', b = ''] = await threeItems()
    const { id } = await composed([])
    const seen = await at(id)
    const tries = await Promise.allSettled([
      pickEntries(w.editor, { ...seen, items: [a], texts: [] }, arrival(EDITION_DAY)),
      pickEntries(senior, { ...seen, items: [b], texts: [] }, arrival(EDITION_DAY)),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await titles(id)).toHaveLength(1)
    await pick(id, [a, b])
    expect((await titles(id)).sort()).toEqual(['样例乙事', '样例甲事'].sort())
  })
})
