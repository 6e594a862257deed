import { beforeAll, expect, test } from 'vitest'
import { rules } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { arrival, directly, sent, type World, world } from '@/lib/testing/world'
import { nameJoint } from '../adoptions/joint'
import { askCommission, closeCommission, commissionTopics } from '../commissions/commissions'
import { drilldown } from './drilldown'

const Q = '2026Q2' as Quarter
let w: World

/** Two commissions that nobody answers, each of a unit of its own, and rules by which that costs points. */
beforeAll(async () => {
  w = await world()
  await directly((tx) =>
    tx.insert(rules).values({ category: 'department', validFrom: Q, kind: 'unanswered', points: 100, source: null }),
  )
  const { id, version } = await sent(w.clerk, '2026-05-05')
  await nameJoint(w.editor, { id, version, units: ['样例二局'] }, arrival('2026-05-06'))
  for (const unit of ['dept', 'dept2']) {
    const asked = {
      topic: `约${unit}`,
      words: '样例。',
      time: '18:00',
      day: '2026-05-20',
      units: [unit],
      categories: [],
    }
    const { id } = await askCommission(w.editor, asked, arrival('2026-05-10'))
    await closeCommission(w.editor, { id }, arrival('2026-05-21'))
  }
})

const topics = async (viewer: Viewer, unitId: string) => {
  const { rows = [] } = await drilldown(viewer, Q, { figure: 'points', unitId })
  return rows.filter(({ what }) => what?.includes('约稿')).map(({ title }) => title)
}

test('what was asked of a unit is told to it, to the office and to leadership, and to no other unit', async () => {
  for (const viewer of [w.clerk, w.signer, w.editor, w.reader]) expect(await topics(viewer, 'dept')).toEqual(['约dept'])
  for (const viewer of [w.otherClerk, w.townClerk, w.auditAdmin]) expect(await topics(viewer, 'dept')).toEqual([null])
})

test('a unit lists the topics of the commissions that ask it alone', async () => {
  const told = async (viewer: Viewer) => (await commissionTopics(viewer)).map(({ topic }) => topic).sort()
  expect(await told(w.clerk)).toEqual(['约dept'])
  expect(await told(w.otherClerk)).toEqual(['约dept2'])
  expect(await told(w.townClerk)).toEqual([])
  expect(await told(w.editor)).toEqual(['约dept', '约dept2'])
})
