import { beforeAll, describe, expect, test } from 'vitest'
import { units } from '@/db/schema'
import { type Fraction, fraction, minus, NOTHING } from '@/lib/domain/base/exact'
import { ofCategory } from '@/lib/domain/figures/ranking'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { TEXT_DAY, textDesk } from '@/lib/testing/texts'
import { graded as adopted, arrival, directly, refusal, someone, type World, world } from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { nameJoint } from '../adoptions/joint'
import { adoptionsOf } from '../adoptions/reading'
import { rankingOf } from '../figures/figures'
import { withdraw } from '../items/items'
import { openItem } from '../items/open'
import { changeSetting } from '../office/settings'
import { textOf } from './reading'
import { addSource, moveSource } from './sources'
import { dropText } from './texts'

let w: World
let other: Viewer
beforeAll(async () => {
  w = await world()
  other = await someone('editor')
})

const { itemOf, threeItems, merged, read, graded } = textDesk(() => w)

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

  test('asks of all its items and kinds at once, and one yes answers all', async () => {
    const items = await threeItems()
    const kinds = ['city_full', 'province'] as const
    for (const [i, kind] of [...kinds, kinds[0]].entries()) await adopted(w.editor, items[i] ?? '', TEXT_DAY, { kind })
    const id = await merged(items)
    const grade = (told?: string[]) => graded(id, { kinds: [...kinds], publication: '样例信息', told })
    const asked = await refusal(grade())
    expect(asked.message.match(/再登记一次？/g)).toHaveLength(3)
    for (const { ref } of await Promise.all(items.map(async (item) => (await openItem(w.editor, item)).item)))
      expect(asked.message).toContain(`${ref}：已有`)
    expect((await grade([...(asked.told ?? [])])).adoptions).toHaveLength(6)
  })

  test('ten units share it, those of joint items among them; eleven do not', async () => {
    const stations = Array.from({ length: 9 }, (_, i) => `样例${i + 1}站`)
    const rows = stations.map((name, i) => ({ id: `station${i}`, name, category: 'department', position: 10 + i }))
    await directly((tx) => tx.insert(units).values(rows))
    const withStations = async (n: number) => {
      const item = await itemOf(w.clerk, '样例合报')
      const named = { id: item, version: 1, units: stations.slice(0, n) }
      await nameJoint(w.editor, named, arrival('2026-05-06'))
      return merged([item, await itemOf(w.otherClerk, '样例另报')])
    }
    const ten = await withStations(8)
    expect((await graded(ten, { sharers: 10 })).adoptions).toHaveLength(2)
    const eleven = await withStations(9)
    expect(await refusal(graded(eleven, { sharers: 11 }))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('一条采用最多由 10 个单位共享，现为 11 个'),
    })
    expect((await read(eleven)).adoptions).toEqual([])
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
    await addSource(other, { id, item: three }, arrival(TEXT_DAY))
    expect((await refusal(graded(id, { sharers: 2 }))).message).toContain('现为 3 个')
  })

  test('fixes who shares in it until it is revoked', async () => {
    const [one = '', two = '', three = ''] = await threeItems()
    const id = await merged([one, two])
    const { adoptions } = await graded(id, { sharers: 2 })
    for (const refused of [
      () => addSource(w.editor, { id, item: three }, arrival(TEXT_DAY)),
      () => moveSource(w.editor, { id, itemId: one, verb: 'remove' }, arrival(TEXT_DAY)),
      () => dropText(w.editor, { id }, arrival(TEXT_DAY)),
    ])
      expect((await refusal(refused())).message).toContain('撤销采用')
    for (const adoptionId of adoptions)
      await revokeAdoption(w.editor, { adoptionId, reason: '误登' }, arrival(TEXT_DAY))
    expect((await read(id)).adoptions.map(({ revoked }) => revoked)).toEqual(['误登', '误登'])
    await addSource(w.editor, { id, item: three }, arrival(TEXT_DAY))
  })

  test('waits for the second pair of eyes where the office wants it', async () => {
    const senior = await someone('editor', { mayRelease: true, mayIssue: true })
    const id = await merged(await threeItems())
    await changeSetting(senior, { name: 'desk.second_eyes', value: 'on' }, arrival(TEXT_DAY))
    expect(await refusal(graded(id))).toMatchObject({ code: 'forbidden' })
    await graded(id, {}, senior)
    await changeSetting(senior, { name: 'desk.second_eyes', value: 'all' }, arrival(TEXT_DAY))
    const writer = { ...w.editor, mayRelease: true } as Viewer
    const another = await merged(await threeItems())
    expect((await refusal(graded(another, {}, writer))).message).toContain('没有改写本稿的另一位')
    expect((await textOf(writer, another)).notGraded).toContain('没有改写本稿的另一位')
    await graded(another, {}, senior)
    await changeSetting(senior, { name: 'desk.second_eyes', value: 'off' }, arrival(TEXT_DAY))
  })
})

/** The points of 样例一局 in the quarter. */
async function points(): Promise<Fraction> {
  const { adoption } = ofCategory(await rankingOf(w.reader, '2026Q2' as Quarter), 'department')
  return adoption.find(({ unitId }) => unitId === 'dept')?.points ?? NOTHING
}
