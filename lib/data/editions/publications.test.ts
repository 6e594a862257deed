import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { audit } from '@/db/schema'
import { EDITION_DAY, editionDesk } from '@/lib/testing/editions'
import { arrival, refusal, type World, world } from '@/lib/testing/world'
import { candidatesFor } from './candidates'
import { changeEdition, dropEdition, editionsOf, startEdition } from './editions'
import { pickEntries } from './entries'
import { keepPublication, publicationOf, publicationsOf } from './publications'
import { releaseEdition } from './release'

let w: World
beforeAll(async () => {
  w = await world()
})

const { aPublication, defined, begun, read, at, pick, released, anItemOf, threeItems, composed } = editionDesk(() => w)

describe('a publication', () => {
  test('is defined by the office, renamed, reordered and retired', async () => {
    const { id, name } = await defined({ position: 2 })
    expect((await publicationsOf(w.editor)).map((one) => one.name)).toContain(name)
    await keepPublication(w.editor, aPublication({ id, name: '样例改名', position: 1, retired: 'yes' }), arrival())
    expect(await publicationOf(w.editor, id)).toMatchObject({ name: '样例改名', position: 1, retired: true })
    expect((await refusal(startEdition(w.editor, { publicationId: id, day: '' }, arrival()))).message).toContain(
      '已停用',
    )
  })

  test('has a name of its own and a kind that the office knows', async () => {
    const { name } = await defined()
    expect((await refusal(keepPublication(w.editor, aPublication({ name }), arrival()))).fields).toHaveProperty('name')
    const unknown = aPublication({ kind: '国家级采用' })
    expect((await refusal(keepPublication(w.editor, unknown, arrival()))).fields).toHaveProperty('kind')
  })

  test('keeps name and issuer once it has released an edition; its level may change', async () => {
    const { id: editionId, publication } = await composed([await anItemOf(w.clerk, '样例定名')])
    await released(editionId)
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
      const edition = (await startEdition(w.editor, { publicationId: id, day }, arrival(EDITION_DAY))).id
      expect(await read(edition)).toMatchObject({ year, issueNo, day: day || EDITION_DAY, state: 'composing' })
    }
    expect((await editionsOf(w.editor, id)).rows.map((row) => [row.year, row.issueNo])).toEqual([
      [2026, 2],
      [2026, 1],
      [2025, 1],
    ])
  })

  test('never takes a number that another has; one that was dropped gives its number back', async () => {
    const { id } = await defined()
    const [one, two] = [await begun(id), await begun(id)]
    const taken = changeEdition(w.editor, { ...(await at(two)), issueNo: 1, day: EDITION_DAY }, arrival(EDITION_DAY))
    expect((await refusal(taken)).fields).toHaveProperty('issueNo')
    await changeEdition(w.editor, { ...(await at(two)), issueNo: 1, day: '2025-05-20' }, arrival(EDITION_DAY))
    expect(await read(two)).toMatchObject({ year: 2025, issueNo: 1 })
    await dropEdition(w.editor, await at(one), arrival(EDITION_DAY))
    expect(await read(await begun(id))).toMatchObject({ year: 2026, issueNo: 1 })
    expect((await refusal(pick(one, []))).code).toBe('conflict')
  })

  test('of two started at once has two numbers', async () => {
    const { id } = await defined()
    await Promise.all([1, 2, 3].map(() => begun(id)))
    const numbers = (await editionsOf(w.editor, id)).rows.map(({ issueNo }) => issueNo)
    expect(numbers).toEqual([3, 2, 1])
  })

  test('is listed by pages, each row once', async () => {
    const { id } = await defined()
    for (let i = 0; i < 34; i++) await begun(id)
    const first = await editionsOf(w.editor, id)
    const second = await editionsOf(w.editor, id, first.next ?? undefined)
    expect([first.rows.length, second.rows.length, second.next]).toEqual([30, 4, null])
    const numbers = [...first.rows, ...second.rows].map(({ issueNo }) => issueNo)
    expect(numbers).toEqual(Array.from({ length: 34 }, (_, i) => 34 - i))
  })
})

test('leadership reads what was released and nothing else; nobody but editors composes', async () => {
  const { id, publication } = await composed(await threeItems())
  expect((await publicationsOf(w.reader)).map((one) => one.id)).not.toContain(publication.id)
  expect((await refusal(read(id, w.reader))).code).toBe('not_found')
  expect((await editionsOf(w.reader, publication.id)).rows).toEqual([])
  await released(id)
  expect((await read(id, w.reader)).paper.entries).toHaveLength(3)
  expect((await editionsOf(w.reader, publication.id)).rows).toHaveLength(1)
  for (const viewer of [w.clerk, w.systemAdmin]) {
    const reads = [() => publicationsOf(viewer), () => editionsOf(viewer, publication.id), () => read(id, viewer)]
    for (const work of reads) expect((await refusal(work())).code).toBe('forbidden')
  }
  for (const viewer of [w.reader, w.clerk]) {
    const input = { id, version: 1 }
    const works = [
      () => keepPublication(viewer, aPublication(), arrival()),
      () => startEdition(viewer, { publicationId: publication.id, day: '' }, arrival()),
      () => pickEntries(viewer, { ...input, items: [], texts: [] }, arrival()),
      () => dropEdition(viewer, input, arrival()),
      () => releaseEdition(viewer, input, arrival()),
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
