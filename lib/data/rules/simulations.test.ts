import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { rules, simulations } from '@/db/schema'
import { toGoldenJson } from '@/lib/domain/figures/ranking'
import { USUAL_CATEGORIES } from '@/lib/domain/office/category'
import type { Quarter } from '@/lib/domain/time/quarter'
import { changesSchema, simulationSchema } from '@/lib/schemas/rules'
import { arrival, auditEntriesOf, directly, graded, refusal, sent, type World, world } from '@/lib/testing/world'
import { noticeOf, rankingOf, versionOf } from '../figures/figures'
import { savedSimulations, saveSimulation, simulationOf, trialOf } from './simulations'

const quarter = '2026Q1' as Quarter
const input = (over: Record<string, string> = {}) =>
  simulationSchema.parse({ quarter, name: '区级信息计 8 分', 'department.district_full': '8', ...over })

let w: World
beforeAll(async () => {
  w = await world()
  const one = await sent(w.clerk, '2026-02-02')
  const two = await sent(w.otherClerk, '2026-02-02')
  for (const day of ['2026-02-03', '2026-02-04']) await graded(w.editor, two.id, day, { kind: 'city_full' })
  for (const day of ['2026-02-03', '2026-02-04', '2026-02-05']) await graded(w.editor, one.id, day)
})

/** Everything official that could have changed. */
async function official() {
  const ranking = await rankingOf(w.reader, quarter)
  return JSON.stringify([
    toGoldenJson(ranking),
    ranking.tables.map(({ rules }) => [...rules]),
    await noticeOf(w.reader, quarter, { date: '2026-04-10', issuer: '样例办公室' } as Parameters<typeof noticeOf>[2]),
    await versionOf(w.reader, quarter),
    await db().select().from(rules),
  ])
}

test('nothing of a simulation reaches rules, ranking or notice, and no version of figures moves', async () => {
  const before = await official()
  const entries = await auditEntriesOf(async () => {
    await trialOf(w.reader, quarter, [{ category: 'department', kind: 'district_full', points: 800 }])
    const { id } = await saveSimulation(w.editor, input(), arrival())
    await simulationOf(w.reader, id)
    await savedSimulations(w.reader)
  })
  expect(await official()).toBe(before)
  expect(entries.map(({ verb, figures }) => [verb, figures])).toEqual([['simulation.save', null]])
  expect(entries[0]?.detail).not.toContain('区级信息计')
})

describe('a saved simulation', () => {
  test('keeps quarter, name, who, when and only the rules that differ', async () => {
    const at = Date.parse('2026-04-01T10:00:00+08:00')
    const { id } = await saveSimulation(w.reader, input({ 'town.province': '20', 'town.submission': '' }), arrival(at))
    const { saved } = await simulationOf(w.editor, id)
    expect(saved).toEqual({
      id,
      quarter,
      name: '区级信息计 8 分',
      changes: [{ category: 'department', kind: 'district_full', points: 800 }],
      who: w.reader.name,
      at,
    })
  })

  test('is computed from the data of the moment at which it is read', async () => {
    const { id } = await saveSimulation(w.editor, input(), arrival())
    const before = await simulationOf(w.reader, id)
    const line = ({ trial }: typeof before) =>
      trial.compared[0]?.rows.map((r) => [r.unit, r.real.rank, r.trial.rank, r.trial.points.n])
    // 3 × 6 = 18 against 2 × 10 = 20 points; by 8 points 24 against 20.
    expect(line(before)).toEqual([
      ['样例二局', 1, 2, 2000],
      ['样例一局', 2, 1, 2400],
    ])
    const third = await sent(w.otherClerk, '2026-02-06')
    await graded(w.editor, third.id, '2026-02-07', { kind: 'city_full' })
    expect(line(await simulationOf(w.reader, id))).toEqual([
      ['样例二局', 1, 1, 3000],
      ['样例一局', 2, 2, 2400],
    ])
  })

  test('without any difference is refused, and so is one from whom the policy keeps away', async () => {
    const same = input({ 'department.district_full': '6.00' })
    expect(await refusal(saveSimulation(w.editor, same, arrival()))).toMatchObject({ code: 'invalid' })
    for (const viewer of [w.clerk, w.signer, w.systemAdmin, w.auditAdmin]) {
      expect(await refusal(saveSimulation(viewer, input(), arrival()))).toMatchObject({ code: 'forbidden' })
      expect(await refusal(trialOf(viewer, quarter, []))).toMatchObject({ code: 'forbidden' })
      expect(await refusal(savedSimulations(viewer))).toMatchObject({ code: 'forbidden' })
      expect(await refusal(simulationOf(viewer, 'x'))).toMatchObject({ code: 'forbidden' })
    }
    expect(await refusal(simulationOf(w.editor, 'x'))).toMatchObject({ code: 'not_found' })
  })
})

test('the list shows every one once, newest first, page by page, with its effect', async () => {
  await directly((tx) => tx.delete(simulations))
  const at = Date.parse('2026-05-01T10:00:00+08:00')
  for (let i = 0; i < 32; i++) await saveSimulation(w.editor, input({ name: `第${i}次` }), arrival(at + (i >> 1)))
  const first = await savedSimulations(w.reader)
  expect(first.rows).toHaveLength(30)
  expect(first.rows[0]?.compared).toMatchObject([
    { category: { key: 'department' } },
    { category: { key: 'town' }, effect: { risen: 0, fallen: 0 } },
  ])
  const second = await savedSimulations(w.reader, first.next ?? undefined)
  expect(second).toMatchObject({ next: null })
  const all = [...first.rows, ...second.rows]
  expect(new Set(all.map(({ name }) => name)).size).toBe(32)
  expect(all.map((row) => row.at)).toEqual(all.map((row) => row.at).toSorted((a, b) => b - a))
})

describe('the form', () => {
  test.each(['abc', '-1', '8.555', '1e3', '10000001'])('refuses “%s” as points, at its field', async (points) => {
    const { error } = changesSchema(USUAL_CATEGORIES).safeParse({ 'town.province': points })
    expect(error?.issues.map(({ path, message }) => [path.join(''), message.slice(0, 10)])).toEqual([
      ['town.province', '镇街“省级采用”的分'],
    ])
    const saving = saveSimulation(w.editor, input({ 'town.province': points }), arrival())
    expect(await refusal(saving)).toMatchObject({
      code: 'invalid',
      fields: { 'town.province': expect.stringContaining('镇街“省级采用”的分值') },
    })
  })

  test('asks for a quarter and a name', () => {
    const { error } = simulationSchema.safeParse({ quarter: '2020Q5', name: ' ' })
    expect(error?.issues.map(({ path }) => path.join(''))).toEqual(['quarter', 'name'])
  })
})
