import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { noticeDrafts, rules } from '@/db/schema'
import { formatPoints, sumOf } from '@/lib/domain/base/exact'
import { checkNotice } from '@/lib/domain/checking/consistency'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { arrival, directly, graded, sent, someone, type World, world } from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { nameJoint } from '../adoptions/joint'
import { recordInstruction } from '../items/instructions'
import { knownTo } from './checking'
import { openDraft, saveNoticeHead } from './drafts'
import { frozenList } from './frozen-list'
import { issueNotice, proposeNotice } from './issue'

const Q = '2026Q1' as Quarter
const DAY = '2026-04-12'

let w: World
let writer: Viewer
let noticeId: string
let adoptionId: string

beforeAll(async () => {
  w = await world()
  writer = await someone('editor', { mayIssue: true })
  const issuer = await someone('editor', { mayIssue: true })
  await directly((tx) =>
    tx.insert(rules).values({
      category: 'department',
      validFrom: '2026Q1' as Quarter,
      kind: 'instruction_city',
      points: 500,
      choice: null,
      source: null,
    }),
  )
  const { id, version } = await sent(w.clerk, '2026-01-10')
  await nameJoint(w.editor, { id, version, units: ['样例二局', '样例一镇'] }, arrival('2026-01-11'))
  adoptionId = await graded(w.editor, id, '2026-02-01', { kind: 'city_full' })
  const words = { id, level: 'city' as const, givenOn: '2026-02-02', words: '样例。', feedbackDue: '' }
  await recordInstruction(w.editor, words, arrival('2026-02-02'))
  const draft = await openDraft(writer, { quarter: Q, corrects: '', reason: '' }, arrival(DAY))
  const [row] = await db().select().from(noticeDrafts).where(eq(noticeDrafts.id, draft.id))
  const head = {
    id: draft.id,
    version: row?.version ?? 0,
    number: '雁府办发〔2026〕7号',
    issuer: '雁江区人民政府办公室',
    addressees: '各有关单位：',
    date: DAY,
    copies: '',
    docOnTargets: '',
    ...{ title: '', mark: '', submissionName: '', adoptionName: '', imprintOffice: '', imprintDate: '' },
    sealed: 'yes' as const,
  }
  const saved = await saveNoticeHead(writer, head, arrival(DAY))
  const proposed = await proposeNotice(writer, saved, arrival(DAY))
  noticeId = (await issueNotice(issuer, { ...proposed, despite: '' }, arrival(DAY))).id
})

const listed = async (figure: 'points' | 'extra', unitId: string, viewer = w.reader) => {
  const { total, rows = [] } = await frozenList(viewer, noticeId, { figure, unitId })
  return { total, sum: formatPoints(sumOf(rows.flatMap(({ points }) => points ?? []))), rows }
}

test('an issued notice with shared points and an instruction is clean, and says 加减分', async () => {
  const [copy] = (await knownTo(w.clerk)).issued
  expect(copy?.text).toContain('加减分')
  expect(checkNotice(copy?.text ?? '', await knownTo(w.clerk))).toMatchObject({ faults: [] })
})

test('its points open as they were: what the unit had of the adoption, the instruction, and what others had of it', async () => {
  // 10 points and the 5 of the instruction among three; towns give instructions no points of their own.
  expect(await listed('points', 'dept')).toMatchObject({ total: '5 分', sum: '5' })
  expect(await listed('extra', 'dept')).toMatchObject({ total: '−5 分', sum: '−5' })
  const shared = await listed('points', 'town', w.townClerk)
  expect(shared).toMatchObject({ total: '3.33 分' })
  // The town shares the points, not the text of another unit's item.
  expect(shared.rows).toMatchObject([{ unit: '样例一局', what: '市级采用·信息，3 个单位共享', title: null }])
})

test('what is revoked later changes nothing of it', async () => {
  await revokeAdoption(w.editor, { adoptionId, reason: '有误' }, arrival('2026-04-20'))
  expect(await listed('points', 'dept')).toMatchObject({ total: '5 分', sum: '5' })
})
