import { beforeAll, describe, expect, test } from 'vitest'
import { rules } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { AskInput } from '@/lib/schemas/commissions'
import {
  aDraft,
  anItem,
  arrival,
  auditEntriesOf,
  directly,
  refusal,
  sent,
  type World,
  world,
} from '@/lib/testing/world'
import { drilldown } from '../figures/drilldown'
import { save, sendBack, submit, withdraw } from '../items/items'
import {
  askCommission,
  closeCommission,
  commissionOf,
  commissionOfItem,
  commissionsFor,
  commissionTopics,
  owedBy,
} from './commissions'

let w: World
beforeAll(async () => {
  w = await world()
})

const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`)
const asks = (over: Partial<AskInput> = {}): AskInput => ({
  topic: '样例约稿',
  words: '请报送有关情况。',
  day: '2026-05-20',
  time: '18:00',
  units: ['dept'],
  categories: ['town'],
  ...over,
})
const ask = async (over: Partial<AskInput> = {}) =>
  (await askCommission(w.editor, asks(over), arrival('2026-05-10'))).id

/** Where each asked unit stands at a day, as the office sees it. */
async function followed(id: string, day: string) {
  const { answers } = await commissionOf(w.editor, id, at(day))
  return Object.fromEntries(answers.map(({ unitId, state }) => [unitId, state]))
}

describe('asking', () => {
  test('reaches the units ticked and the whole category, and no other unit sees it', async () => {
    const entries = await auditEntriesOf(() => ask())
    expect(entries.map((e) => e.verb)).toEqual(['commission.ask'])
    expect(JSON.stringify(entries)).not.toContain('样例约稿')
    const id = entries[0]?.subject ?? ''
    expect(await followed(id, '2026-05-11')).toEqual({ dept: 'waiting', town: 'waiting', town2: 'waiting' })
    expect((await commissionsFor(w.clerk, at('2026-05-11'))).rows[0]?.answers.map((a) => a.unitId)).toEqual(['dept'])
    expect((await commissionsFor(w.otherClerk, at('2026-05-11'))).rows).toEqual([])
    expect((await refusal(commissionOf(w.otherClerk, id, at('2026-05-11')))).code).toBe('not_found')
    expect((await owedBy(w.clerk, at('2026-05-11'))).map((c) => c.id)).toContain(id)
  })

  test('its topic is told to the units that it asks and to the office, by no door to another unit', async () => {
    const topic = '只问一局的约稿'
    const id = await ask({ topic, categories: [] })
    const topicsFor = async (viewer: Viewer) => (await commissionTopics(viewer)).map((commission) => commission.topic)
    for (const viewer of [w.clerk, w.colleague, w.editor, w.reader]) expect(await topicsFor(viewer)).toContain(topic)
    for (const viewer of [w.otherClerk, w.townClerk]) {
      expect(await topicsFor(viewer)).not.toContain(topic)
      expect((await owedBy(viewer, at('2026-05-11'))).map((c) => c.topic)).not.toContain(topic)
    }
    const typed = submit(w.otherClerk, anItem({ commission: id }), arrival('2026-05-12'))
    expect((await refusal(typed)).message).not.toContain(topic)
  })

  test("and what one unit wrote in answer is no other's to know, though both were asked", async () => {
    const id = await ask({ units: ['dept', 'dept2'], categories: [] })
    const item = await sent(w.clerk, '2026-05-12', { commission: id })
    expect(await commissionOfItem(w.clerk, item.id)).toMatchObject({ id, answeredAt: at('2026-05-12') })
    expect(await commissionOfItem(w.editor, item.id)).toMatchObject({ id })
    expect(await commissionOfItem(w.otherClerk, item.id)).toBeNull()
    const seen = await commissionOf(w.otherClerk, id, at('2026-05-13'))
    expect(seen.answers).toMatchObject([{ unitId: 'dept2', state: 'waiting', item: null }])
  })

  test('nobody is asked nothing, nor by yesterday; units and leaders ask nobody', async () => {
    expect((await refusal(ask({ units: [], categories: [] }))).fields).toHaveProperty('units')
    expect((await refusal(ask({ day: '2026-05-10', time: '12:00' }))).fields).toHaveProperty('day')
    expect((await refusal(askCommission(w.clerk, asks(), arrival()))).code).toBe('forbidden')
    expect((await refusal(askCommission(w.reader, asks(), arrival()))).code).toBe('forbidden')
  })
})

describe('answering', () => {
  test('submitting the item marks the commission in the same transaction, in time or late', async () => {
    const id = await ask()
    const item = anItem({ commission: id })
    const entries = await auditEntriesOf(async () => {
      expect(await submit(w.clerk, item, arrival('2026-05-15'))).toMatchObject({ answered: { late: '' } })
    })
    expect(entries.map((e) => [e.verb, e.figures])).toEqual([
      ['commission.answer', null],
      ['item.submit', '2026Q2'],
    ])
    const late = await submit(w.townClerk, anItem({ commission: id }), arrival('2026-05-22'))
    expect(late.answered).toEqual({ topic: '样例约稿', late: '逾期 2 天回复' })
    expect(await followed(id, '2026-05-23')).toEqual({ dept: 'answered', town: 'late', town2: 'overdue' })
    const { answers } = await commissionOf(w.editor, id, at('2026-05-23'))
    expect(answers[0]).toMatchObject({ answeredAt: at('2026-05-15'), item: { id: item.id, title: '样例标题' } })
    expect((await owedBy(w.clerk, at('2026-05-23'))).map((c) => c.id)).not.toContain(id)
    expect(await commissionOfItem(w.editor, item.id)).toMatchObject({ id, answeredAt: at('2026-05-15') })
  })

  test('a draft remembers what it is written for, unseen by the office, and answers it without being told again', async () => {
    const id = await ask()
    const draft = aDraft({ commission: id })
    await save(w.clerk, draft, arrival('2026-05-12'))
    expect(await commissionOfItem(w.clerk, draft.id)).toMatchObject({ id, answeredAt: null })
    expect(await commissionOfItem(w.editor, draft.id)).toBeNull()
    expect((await commissionOf(w.editor, id, at('2026-05-12'))).answers[0]).toMatchObject({
      state: 'waiting',
      item: null,
    })
    await submit(w.clerk, anItem({ id: draft.id, version: 1 }), arrival('2026-05-13'))
    expect(await followed(id, '2026-05-14')).toMatchObject({ dept: 'answered' })
  })

  test('a draft whose choice is taken back answers nothing', async () => {
    const id = await ask()
    const draft = aDraft({ commission: id })
    await save(w.clerk, draft, arrival('2026-05-12'))
    await submit(w.clerk, anItem({ id: draft.id, version: 1, commission: '' }), arrival('2026-05-13'))
    expect(await followed(id, '2026-05-14')).toMatchObject({ dept: 'waiting' })
  })

  test('what was sent back answers again at its first instant; what was withdrawn, anew or by another item', async () => {
    const id = await ask()
    const item = anItem({ commission: id })
    await submit(w.clerk, item, arrival('2026-05-15'))
    await sendBack(w.editor, { id: item.id, version: 1, reason: '补充' }, arrival('2026-05-16'))
    expect(await followed(id, '2026-05-17')).toMatchObject({ dept: 'returned' })
    await submit(w.clerk, anItem({ id: item.id, version: 2 }), arrival('2026-05-25'))
    expect(await followed(id, '2026-05-26')).toMatchObject({ dept: 'answered' })
    await withdraw(w.clerk, { id: item.id, version: 3 }, arrival('2026-05-27'))
    expect(await followed(id, '2026-05-28')).toMatchObject({ dept: 'overdue' })
    const other = anItem({ commission: id })
    await submit(w.clerk, other, arrival('2026-05-29'))
    expect((await commissionOf(w.clerk, id, at('2026-05-30'))).answers[0]).toMatchObject({
      state: 'late',
      item: { id: other.id },
    })
    expect(await submit(w.clerk, anItem({ id: item.id, version: 4 }), arrival('2026-05-30'))).not.toHaveProperty(
      'answered',
    )
  })

  test('an item that was withdrawn and sent again after the end answers no more', async () => {
    const id = await ask()
    const item = anItem({ commission: id })
    await submit(w.clerk, item, arrival('2026-05-15'))
    await withdraw(w.clerk, { id: item.id, version: 1 }, arrival('2026-05-16'))
    await closeCommission(w.editor, { id }, arrival('2026-05-17'))
    expect(await submit(w.clerk, anItem({ id: item.id, version: 2 }), arrival('2026-05-18'))).not.toHaveProperty(
      'answered',
    )
    const again = anItem({ id: item.id, version: 3, commission: id })
    await withdraw(w.clerk, again, arrival('2026-05-19'))
    const refused = await refusal(submit(w.clerk, { ...again, version: 4 }, arrival('2026-05-20')))
    expect(refused.fields).toHaveProperty('commission')
  })

  test('a closed one, one answered already and one that asks others are refused, and the item is not sent', async () => {
    const [closed, answered, foreign] = [await ask(), await ask(), await ask({ units: ['dept2'], categories: [] })]
    await closeCommission(w.editor, { id: closed }, arrival('2026-05-11'))
    await submit(w.clerk, anItem({ commission: answered }), arrival('2026-05-12'))
    for (const commission of [closed, answered, foreign]) {
      const item = anItem({ commission })
      expect((await refusal(submit(w.colleague, item, arrival('2026-05-13')))).fields).toHaveProperty('commission')
      expect(await commissionOfItem(w.clerk, item.id)).toBeNull()
      await save(w.colleague, aDraft({ id: item.id, commission }), arrival('2026-05-13'))
    }
    expect(await followed(closed, '2026-05-14')).toMatchObject({ dept: 'unanswered', town: 'unanswered' })
    expect((await refusal(closeCommission(w.editor, { id: closed }, arrival()))).code).toBe('conflict')
    expect((await refusal(closeCommission(w.clerk, { id: answered }, arrival()))).code).toBe('forbidden')
  })

  test('of two colleagues who answer at once, one is told', async () => {
    const commission = await ask()
    const both = [w.clerk, w.colleague].map((clerk) => submit(clerk, anItem({ commission }), arrival('2026-05-12')))
    expect((await Promise.allSettled(both)).map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('an item without a commission answers none', async () => {
    const id = await ask()
    await sent(w.clerk, '2026-05-12')
    expect(await followed(id, '2026-05-13')).toMatchObject({ dept: 'waiting' })
  })
})

test('what an unanswered one cost, every reader sees behind the points; what it asked for, none but who may know', async () => {
  const cost = { validFrom: '2026Q2' as Quarter, kind: 'unanswered' as const, points: 100, choice: null, source: null }
  await directly((tx) => tx.insert(rules).values({ ...cost, category: 'department' }))
  const commissionId = await ask({ topic: '无人回复的约稿', categories: [] })
  await closeCommission(w.editor, { id: commissionId }, arrival('2026-05-22'))
  const behind = async (viewer: Viewer) => {
    const { rows = [] } = await drilldown(viewer, '2026Q2' as Quarter, { figure: 'extra', unitId: 'dept' })
    return rows
      .filter(({ key }) => key.includes(commissionId))
      .map(({ unit, points, title }) => ({ unit, points, title }))
  }
  const row = { unit: '样例一局', points: { n: -100, d: 1 } }
  for (const viewer of [w.clerk, w.signer, w.editor, w.reader])
    expect(await behind(viewer)).toEqual([{ ...row, title: '无人回复的约稿' }])
  for (const viewer of [w.otherClerk, w.townClerk, w.auditAdmin])
    expect(await behind(viewer)).toEqual([{ ...row, title: null }])
})

test('the list goes on where the page ends', async () => {
  for (let n = 0; n < 31; n++)
    await askCommission(w.editor, asks({ units: ['dept2'], categories: [] }), arrival(at('2026-05-10') + n))
  const first = await commissionsFor(w.otherClerk, at('2026-05-11'))
  expect(first.rows).toHaveLength(30)
  const rest = await commissionsFor(w.otherClerk, at('2026-05-11'), first.next ?? undefined)
  expect(rest.rows.length).toBeGreaterThan(0)
  expect(rest.rows.some(({ id }) => first.rows.some((row) => row.id === id))).toBe(false)
})
