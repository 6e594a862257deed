import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { arrival, auditEntriesOf, graded, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { itemScope } from '../core/scope'
import { drilldown } from '../figures/drilldown'
import { overviewOf, pageVersionOf } from '../figures/figures'
import { changeSetting, settingsOf } from './settings'

const Q = '2026Q1' as Quarter
const OPEN = { name: 'ranking.open', value: 'network' } as const
const CLOSED = { name: 'ranking.open', value: 'signed_in' } as const

let w: World
let issuer: Viewer
beforeAll(async () => {
  w = await world()
  issuer = await someone('editor', { mayIssue: true })
})

describe('who may read the ranking', () => {
  test('is whoever is signed in, until the office decides otherwise', async () => {
    expect(await settingsOf(w.reader)).toMatchObject({ 'ranking.open': 'signed_in' })
    expect(await visitor()).toBeNull()
  })

  test('is decided by whoever may issue, and by nobody else; the log says what it was and is', async () => {
    for (const viewer of [w.editor, w.reader, w.clerk, w.systemAdmin]) {
      expect((await refusal(changeSetting(viewer, OPEN, arrival()))).code).toBe('forbidden')
    }
    const entries = await auditEntriesOf(() => changeSetting(issuer, OPEN, arrival()))
    expect(entries.map(({ verb, subject, detail, figures }) => [verb, subject, JSON.parse(detail), figures])).toEqual([
      ['setting.change', 'ranking.open', { from: 'signed_in', to: 'network' }, null],
    ])
    expect(await settingsOf(w.reader)).toMatchObject({ 'ranking.open': 'network' })
    expect(await auditEntriesOf(() => changeSetting(issuer, OPEN, arrival()))).toEqual([])
  })

  test('a visitor reads figures and lists without titles, and nothing else; closed again, there is no visitor', async () => {
    const item = await sent(w.clerk, '2026-02-02', { title: '来访者不能看到的标题' })
    await graded(w.editor, item.id, '2026-02-03')
    const guest = await visitor()
    if (!guest) throw new Error('no visitor')
    expect((await overviewOf(guest, Q, 'quarter')).ranking.totals.items).toBe(1)
    const { rows } = await drilldown(guest, Q, { figure: 'district' })
    expect(rows?.map(({ unit, title }) => [unit, title])).toEqual([['样例一局', null]])
    expect(itemScope(guest)).toBeDefined()
    expect((await refusal(changeSetting(guest, CLOSED, arrival()))).code).toBe('forbidden')
    await changeSetting(issuer, CLOSED, arrival())
    expect(await visitor()).toBeNull()
  })
})

test('the version of a page moves with each quarter that it speaks of, and with no other', async () => {
  const version = async () => (await pageVersionOf(w.reader, '2025Q4' as Quarter)).seq
  const moved = async (day: string) => {
    const before = await version()
    await sent(w.clerk, day)
    return (await version()) > before
  }
  expect(await moved('2025-11-11')).toBe(true)
  expect(await moved('2025-01-11')).toBe(true)
  expect(await moved('2024-01-11')).toBe(true)
  expect(await moved('2023-12-11')).toBe(false)
  expect(await moved('2026-01-11')).toBe(false)
  await changeSetting(issuer, OPEN, arrival())
  const before = await version()
  await changeSetting(issuer, CLOSED, arrival())
  expect(await version()).toBe(before)
})
