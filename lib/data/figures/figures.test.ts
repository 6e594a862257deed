import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { operator } from '@/lib/auth/viewer'
import { KINDS, type Kind, noCounts } from '@/lib/domain/adoptions/kinds'
import { Fault } from '@/lib/domain/base/fault'
import { runs } from '@/lib/domain/base/testing'
import { ofCategory } from '@/lib/domain/figures/ranking'
import { USUAL_KEYS } from '@/lib/domain/office/testing'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { aDraft, anItem, arrival, graded, sent, type World, world } from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { save, sendBack, submit, withdraw } from '../items/items'
import { drilldownRows } from './drilldown-rows'
import { leadingQuarter, noticeOf, ownQuarter, quartersWithData, rankingOf } from './figures'

const quarter = (q: string) => q as Quarter
let w: World
beforeAll(async () => {
  w = await world()
})

/** A unit's line in both tables. */
async function lineOf(q: Quarter, unitId = 'dept') {
  const ranking = await rankingOf(w.reader, q)
  const category = unitId.startsWith('dept') ? 'department' : 'town'
  const sentIn = ofCategory(ranking, category).submission.find((row) => row.unitId === unitId)
  const adopted = ofCategory(ranking, category).adoption.find((row) => row.unitId === unitId)
  return { items: sentIn?.items, score: sentIn?.score, points: adopted?.points.n, share: adopted?.share }
}

describe('quarters', () => {
  test('an empty portal shows the current one', async () => {
    const now = Date.parse('2026-11-24')
    expect(await quartersWithData(w.reader, now)).toEqual(['2026Q4'])
    expect(await leadingQuarter(w.reader, now)).toBe('2026Q4')
  })

  test('those that hold an item or an adoption are listed, newest first; the newest with data leads until the current one has some', async () => {
    const now = Date.parse('2026-11-24')
    const { id } = await sent(w.clerk, '2025-02-02')
    await sent(w.townClerk, '2025-12-31')
    await graded(w.editor, id, '2025-07-07')
    await save(w.clerk, aDraft(), arrival('2026-08-08'))
    expect(await quartersWithData(w.reader, now)).toEqual(['2026Q4', '2025Q4', '2025Q3', '2025Q1'])
    expect(await leadingQuarter(w.reader, now)).toBe('2025Q4')
    const first = await sent(w.clerk, '2026-10-02')
    expect(await leadingQuarter(w.reader, now)).toBe('2026Q4')
    await withdraw(w.clerk, first, arrival('2026-10-03'))
    expect(await leadingQuarter(w.reader, now)).toBe('2025Q4')
  })
})

test('figures move with each submission, adoption, revocation and withdrawal, and only in their quarter', async () => {
  const [q, later] = [quarter('2026Q1'), quarter('2026Q2')]
  const none = { items: 0, score: '0.00', points: 0, share: '0%' }
  expect(await lineOf(q)).toEqual(none)
  const { id, version } = await sent(w.clerk, '2026-02-02')
  expect(await lineOf(q)).toEqual({ ...none, items: 1, score: '1.25' })
  await graded(w.editor, id, '2026-02-03', { kind: 'forwarded' })
  const adoptionId = await graded(w.editor, id, '2026-02-04', { kind: 'district_full' })
  expect(await lineOf(q)).toEqual({ items: 1, score: '1.25', points: 1100, share: '34%' })
  const next = await graded(w.editor, id, '2026-04-04', { kind: 'province' })
  expect(await lineOf(q)).toMatchObject({ points: 1100 })
  expect(await lineOf(later)).toMatchObject({ items: 0, points: 2000 })
  await revokeAdoption(w.editor, { adoptionId, reason: '有误' }, arrival('2026-04-05'))
  expect(await lineOf(q)).toMatchObject({ points: 500, share: '16%' })
  await revokeAdoption(w.editor, { adoptionId: next, reason: '有误' }, arrival('2026-04-05'))
  expect(await lineOf(later)).toEqual(none)
  expect(await lineOf(q, 'dept2')).toEqual(none)

  const other = await sent(w.clerk, '2026-02-05')
  expect(await lineOf(q)).toMatchObject({ items: 2 })
  await withdraw(w.clerk, other, arrival('2026-02-06'))
  expect(await lineOf(q)).toMatchObject({ items: 1 })
  const back = await sent(w.clerk, '2026-02-05')
  await sendBack(w.editor, { ...back, reason: '退' }, arrival('2026-02-06'))
  expect(await lineOf(q)).toMatchObject({ items: 1 })
  await submit(w.clerk, anItem({ id: back.id, version: 2 }), arrival('2026-04-06'))
  expect(await lineOf(q)).toMatchObject({ items: 2 })
  expect(version).toBe(1)
})

describe('every figure opens the list behind it', () => {
  test('after any history: each row, each kind, each total, against the books of the test', async () => {
    const clerks = { dept: w.clerk, dept2: w.otherClerk, town: w.townClerk } as const
    const unitIds = Object.keys(clerks) as (keyof typeof clerks)[]
    const quarters = ['2024Q1', '2024Q2'].map(quarter)
    const days = ['2024-02-01', '2024-03-31', '2024-04-01', '2024-05-01']
    type Booked = {
      id: string
      unitId: keyof typeof clerks
      version: number
      quarter: string
      counts: boolean
      adoptions: { id: string; kind: Kind; quarter: string; stands: boolean }[]
    }
    const books: Booked[] = []
    const quarterOf = (day: string) => (day < '2024-04-01' ? '2024Q1' : '2024Q2')

    const event = fc.record({
      verb: fc.constantFrom('submit', 'submit', 'grade', 'grade', 'revoke', 'withdraw', 'sendBack', 'resubmit'),
      unitId: fc.constantFrom(...unitIds),
      which: fc.nat(30),
      kind: fc.constantFrom(...KINDS.map((k) => k.kind)),
      day: fc.constantFrom(...days),
    })

    const happen = async ({
      verb,
      unitId,
      which,
      kind,
      day,
    }: typeof event extends fc.Arbitrary<infer T> ? T : never) => {
      if (verb === 'submit') {
        const { id, version } = await sent(clerks[unitId], day)
        books.push({ id, unitId, version, quarter: quarterOf(day), counts: true, adoptions: [] })
        return
      }
      const item = books[which % Math.max(1, books.length)]
      if (!item) return
      const clerk = clerks[item.unitId]
      if (verb === 'grade') {
        const adoptionId = await graded(w.editor, item.id, day, { kind })
        item.adoptions.push({ id: adoptionId, kind, quarter: quarterOf(day), stands: true })
      } else if (verb === 'revoke') {
        const adoption = item.adoptions[which % Math.max(1, item.adoptions.length)]
        if (!adoption) return
        await revokeAdoption(w.editor, { adoptionId: adoption.id, reason: '有误' }, arrival(day))
        adoption.stands = false
      } else if (verb === 'withdraw') {
        await withdraw(clerk, item, arrival(day))
        Object.assign(item, { counts: false, version: item.version + 1, quarter: '' })
      } else if (verb === 'sendBack') {
        await sendBack(w.editor, { ...item, reason: '退' }, arrival(day))
        Object.assign(item, { counts: false, version: item.version + 1 })
      } else {
        await submit(clerk, anItem({ id: item.id, version: item.version }), arrival(day))
        Object.assign(item, { counts: true, version: item.version + 1, quarter: item.quarter || quarterOf(day) })
      }
    }

    const check = async (q: Quarter, viewer: Viewer) => {
      const ranking = await rankingOf(viewer, q)
      const rows = async (figure: Parameters<typeof drilldownRows>[2], filter = {}) =>
        (await drilldownRows(viewer, q, figure, filter)).length
      for (const category of USUAL_KEYS) {
        for (const { unitId, items } of ofCategory(ranking, category).submission) {
          expect(items).toBe(books.filter((b) => b.unitId === unitId && b.counts && b.quarter === q).length)
          expect(await rows('items', { unitId })).toBe(items)
        }
        for (const { unitId, counts } of ofCategory(ranking, category).adoption) {
          const booked = noCounts()
          for (const item of books)
            for (const a of item.adoptions) if (item.unitId === unitId && a.stands && a.quarter === q) booked[a.kind]++
          expect(counts).toEqual(booked)
          for (const { kind } of KINDS) expect(await rows(kind, { unitId })).toBe(counts[kind])
          expect(await rows('adoptions', { unitId })).toBe(KINDS.reduce((sum, { kind }) => sum + counts[kind], 0))
        }
        const inCategory = ofCategory(ranking, category).submission.reduce((sum, row) => sum + row.items, 0)
        expect(await rows('items', { category })).toBe(inCategory)
      }
      const { items, district, city, province, forwarded } = ranking.totals
      expect(await rows('items')).toBe(items)
      expect(await rows('district')).toBe(district)
      expect(await rows('city')).toBe(city)
      expect(await rows('province')).toBe(province)
      expect(await rows('forwarded')).toBe(forwarded)
      expect(await rows('adoptions')).toBe(district + city + province + forwarded)
    }

    const known = { unitId: 'dept', which: 0, kind: 'district_full', day: '2024-02-01' } as const
    await happen({ verb: 'submit', ...known })
    await happen({ verb: 'grade', ...known })
    for (const q of quarters) await check(q, w.clerk)
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 30 }), async (history) => {
        for (const one of history)
          await happen(one).catch((error) => {
            if (!(error instanceof Fault)) throw error
          })
        for (const q of quarters) await check(q, w.clerk)
      }),
      { numRuns: runs(4), endOnFailure: true },
    )
    await check(quarter('2024Q1'), w.systemAdmin)
  })

  test('whoever may not read an item sees its row without the title; the row counts all the same', async () => {
    const q = quarter('2023Q2')
    const own = await sent(w.clerk, '2023-04-04', { title: '本单位的标题' })
    const foreign = await sent(w.otherClerk, '2023-04-05', { title: '别单位的标题' })
    await graded(w.editor, own.id, '2023-04-06', { kind: 'forwarded' })
    await graded(w.editor, foreign.id, '2023-04-07', { kind: 'city_full' })
    const seen = async (viewer: Viewer, figure: 'items' | 'adoptions') =>
      (await drilldownRows(viewer, q, figure)).map(({ unit, day, kind, title }) => [unit, day, kind, title])
    expect(await seen(w.clerk, 'items')).toEqual([
      ['样例二局', '2023-04-05', null, null],
      ['样例一局', '2023-04-04', null, '本单位的标题'],
    ])
    expect(await seen(w.clerk, 'adoptions')).toEqual([
      ['样例二局', '2023-04-07', 'city_full', null],
      ['样例一局', '2023-04-06', 'forwarded', '本单位的标题'],
    ])
    for (const viewer of [w.editor, w.reader, operator()])
      expect((await seen(viewer, 'items')).map((row) => row[3])).toEqual(['别单位的标题', '本单位的标题'])
    for (const viewer of [w.systemAdmin, w.securityAdmin, w.auditAdmin, w.townClerk])
      expect((await seen(viewer, 'adoptions')).map((row) => row[3])).toEqual([null, null])
    expect(JSON.stringify(await drilldownRows(w.clerk, q, 'items'))).not.toContain('别单位')
  })
})

test("a unit's own quarter and the notice say what the ranking says", async () => {
  const q = quarter('2026Q1')
  const own = await ownQuarter(w.clerk, q)
  const line = await lineOf(q)
  expect(own).toMatchObject({
    items: line.items,
    points: { n: line.points, d: 1 },
    share: line.share,
    target: 4,
    annualTarget: 3200,
  })
  expect(await ownQuarter(w.editor, q)).toBeNull()
  const notice = await noticeOf(w.reader, q, {
    issuer: '样例办公室',
    number: null,
    date: '2026-04-10',
    portal: 'http://localhost:3000',
  })
  expect(JSON.stringify(notice)).toContain('样例一局')
})
