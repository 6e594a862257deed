import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { record } from '@/db/audit'
import { db } from '@/db/client'
import { items } from '@/db/schema'
import type { Quarter } from '@/lib/domain/time/quarter'
import { aGrade, anItem, arrival, auditEntriesOf, directly, refusal, type World, world } from '@/lib/testing/world'
import { grade } from '../adoptions/adoptions'
import { overviewOf } from '../figures/figures'
import { sendBack, submit, withdraw } from '../items/items'
import { clockDoubt, confirmClock } from './clock'

const DAY = 86_400_000
const AHEAD = 92 * DAY
const offBy = (drift: number) => ({ drift, since: 1 })
const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`)

let w: World
beforeAll(async () => {
  w = await world()
})

const stored = async (id: string) => (await db().select().from(items).where(eq(items.id, id)))[0]

/** Submits an item that arrives by a clock off by `drift`. */
const comes = (at: number, drift: number, over = {}) =>
  submit(w.clerk, anItem(over), { ...arrival(at), off: offBy(drift) })

const confirmed = (drift: number) => {
  const press = { ...arrival(), off: offBy(drift) }
  return confirmClock(w.systemAdmin, { drift, reason: '与授时中心核对' }, press)
}

describe('while the clock is in doubt', () => {
  test('what would stand in another quarter is received without number and quarter, and no figure moves', async () => {
    const before = await overviewOf(w.reader, '2026Q2' as Quarter, 'quarter')
    const { id, ref } = await comes(noon('2026-06-10'), AHEAD)
    expect(ref).toBe(`unnumbered:${id}`)
    expect(await stored(id)).toMatchObject({ state: 'received', quarter: null, clockDrift: AHEAD })
    expect(await overviewOf(w.reader, '2026Q2' as Quarter, 'quarter')).toEqual(before)
    expect(await clockDoubt(w.systemAdmin, offBy(AHEAD))).toMatchObject({ waiting: 1, places: ['2026Q2'] })
    expect(await clockDoubt(w.systemAdmin, offBy(0))).toMatchObject({ waiting: 1, places: ['2026Q1'] })
    expect((await refusal(grade(w.editor, aGrade(id, '2026-06-11'), arrival('2026-06-11')))).message).toContain(
      '待编号',
    )
  })

  test('what stands in the same quarter all the same gets its number', async () => {
    expect((await comes(noon('2026-06-11'), 3 * DAY)).ref).toMatch(/^2026Q2-\d{4}$/)
  })

  test('what is repeated under its key stays the same, what is sent back waits on, what is sent anew waits anew', async () => {
    const press = { ...arrival('2026-06-12'), off: offBy(AHEAD) }
    const input = anItem()
    const first = await submit(w.clerk, input, press)
    expect(await submit(w.clerk, input, press)).toEqual(first)
    await sendBack(w.editor, { id: first.id, version: 1, reason: '请补充' }, arrival('2026-06-13'))
    const again = await submit(w.clerk, { ...input, body: `${input.body}补充。`, version: 2 }, arrival('2026-06-14'))
    expect(again.ref).toBe(first.ref)
    expect(await stored(first.id)).toMatchObject({ submittedAt: press.at, quarter: null, clockDrift: AHEAD })
    await withdraw(w.clerk, { id: first.id, version: 3 }, arrival('2026-06-15'))
    const anew = await submit(w.clerk, { ...input, body: `${input.body}再补充。`, version: 4 }, arrival('2026-06-16'))
    expect(anew.ref).toMatch(/^2026Q2-/)
    expect(await stored(first.id)).toMatchObject({ quarter: '2026Q2', clockDrift: null })
  })
})

describe('the time is confirmed', () => {
  test('by the system administrator alone, and only as the page showed it', async () => {
    for (const viewer of [w.securityAdmin, w.editor, w.clerk]) {
      const asked = confirmClock(viewer, { drift: 0, reason: '核对' }, arrival())
      expect((await refusal(asked)).code).toBe('forbidden')
    }
    const later = confirmClock(w.systemAdmin, { drift: AHEAD, reason: '核对' }, { ...arrival(), off: offBy(0) })
    expect((await refusal(later)).code).toBe('conflict')
  })

  test('then all get their numbers in the order of arrival, in the quarter of the corrected instant', async () => {
    const at = noon('2026-07-01')
    const third = await comes(at + 3_000, AHEAD)
    const first = await comes(at - AHEAD + 1_000, -DAY)
    const second = await comes(at + 2_000, AHEAD)
    expect(first.ref).toContain('unnumbered')
    const entries = await auditEntriesOf(() => confirmed(0))
    const waited = await db()
      .select()
      .from(items)
      .where(eq(items.quarter, '2026Q2' as Quarter))
      .orderBy(asc(items.ref))
    const refs = await Promise.all([first, second, third].map(async ({ id }) => stored(id)))
    expect(refs.map((row) => row?.submittedAt)).toEqual([
      at - AHEAD + 1_000 + DAY,
      at + 2_000 - AHEAD,
      at + 3_000 - AHEAD,
    ])
    expect(refs.map((row) => row?.quarter)).toEqual(['2026Q2', '2026Q1', '2026Q1'])
    const [, two, three] = refs.map((row) => row?.ref ?? '')
    expect((two ?? '') < (three ?? '')).toBe(true)
    expect(waited.every(({ clockDrift }) => clockDrift === null)).toBe(true)
    expect(entries.map(({ verb }) => verb)).toEqual([...Array(4).fill('item.number'), 'clock.confirm'])
    expect(JSON.parse(entries.at(-1)?.detail ?? '')).toMatchObject({ drift: 0, numbered: 4 })
    expect(await clockDoubt(w.systemAdmin, null)).toBeNull()
  })

  test('a clock that was wrong before and is right now leaves each where it arrived', async () => {
    const at = noon('2026-05-05')
    const { id } = await comes(at, AHEAD)
    expect(await confirmed(AHEAD)).toEqual({ numbered: 1 })
    expect(await stored(id)).toMatchObject({ submittedAt: at, quarter: '2026Q2', clockDrift: null })
  })
})

test('an entry of the log ahead of the clock puts it in doubt, also once others were written after it', async () => {
  const ahead = Date.now() + 200 * DAY
  const entry = { verb: 'data.mark', subject: 'clock', detail: { value: 'x' } } as const
  await directly((tx) => record(tx, 'system', entry, ahead))
  await directly((tx) => record(tx, 'system', entry, Date.now()))
  expect(await clockDoubt(w.systemAdmin, null)).toMatchObject({ newest: ahead, waiting: 0 })
  const { id, ref } = await submit(w.clerk, anItem(), arrival())
  expect(ref).toContain('unnumbered')
  const { drift = 0 } = (await clockDoubt(w.systemAdmin, null)) ?? {}
  const before = (await stored(id))?.submittedAt
  await confirmClock(w.systemAdmin, { drift, reason: '核对' }, arrival())
  expect(await stored(id)).toMatchObject({ submittedAt: before, clockDrift: null })
  expect(await clockDoubt(w.systemAdmin, null)).toBeNull()
  expect((await submit(w.clerk, anItem(), arrival())).ref).toMatch(/^20\d\dQ\d-/)
})
