import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { adoptions, rules } from '@/db/schema'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { formatPoints, sumOf } from '@/lib/domain/base/exact'
import { checkNotice } from '@/lib/domain/checking/consistency'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { anIssuedNotice } from '@/lib/testing/notices'
import {
  aGrade,
  answeringYes,
  arrival,
  directly,
  graded,
  refusal,
  sent,
  someone,
  type World,
  world,
} from '@/lib/testing/world'
import { grade, revokeAdoption } from '../adoptions/adoptions'
import { undoGrades } from '../adoptions/grading'
import { nameJoint } from '../adoptions/joint'
import { adoptionsOf } from '../adoptions/reading'
import { rankingOf } from '../figures/figures'
import { recordInstruction } from '../items/instructions'
import { knownTo } from './checking'
import { frozenList } from './frozen-list'

const Q = '2026Q1' as Quarter

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
  noticeId = (await anIssuedNotice(writer, issuer, Q)).id
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
  const revoke = (told: string[] = []) =>
    revokeAdoption(w.editor, { adoptionId, reason: '有误', told }, arrival('2026-04-20'))
  const counted = '已印发的通报（雁府办发〔2026〕7号）计入了这条采用：市级采用·信息，2026年2月1日，计 3.33 分。'
  expect(await refusal(revoke())).toMatchObject({ code: 'conflict', message: expect.stringContaining(counted) })
  const undone = undoGrades(w.editor, { adoptions: [adoptionId], proposals: [] }, arrival('2026-04-20'))
  expect(await refusal(undone)).toMatchObject({ message: expect.stringContaining('写明原因后撤销') })
  await answeringYes(revoke)
  expect(await listed('points', 'dept')).toMatchObject({ total: '5 分', sum: '5' })
})

test('what it counts is said before an adoption is revoked; recorded again it scores where it did, not as 补录', async () => {
  const [own] = await db().select().from(adoptions).where(eq(adoptions.id, adoptionId))
  const itemId = own?.itemId ?? ''
  const press = aGrade(itemId, '2026-02-03', { kind: 'district_full' })
  const { adoptionId: late } = await grade(w.editor, press, arrival('2026-04-21'))
  const learnt = (await adoptionsOf(w.editor, [itemId])).find(({ id }) => id === late)
  expect(learnt && adoptionInWords(learnt)).toContain('2026年2月3日，补录，计入2026年二季度')
  expect((await rankingOf(w.reader, '2026Q2' as Quarter)).totals.district).toBe(1)
  const again = aGrade(itemId, '2026-02-01', { kind: 'city_full' })
  const { adoptionId: back } = await grade(w.editor, again, arrival('2026-04-21'))
  const there = (await adoptionsOf(w.editor, [itemId])).find(({ id }) => id === back)
  expect(there).toMatchObject({ quarter: '2026Q1' })
  expect(there && adoptionInWords(there)).not.toContain('补录')
})
