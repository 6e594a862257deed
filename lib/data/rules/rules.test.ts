import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { levels, notices, pastQuarters, rules } from '@/db/schema'
import { formatPoints } from '@/lib/domain/base/exact'
import { ofCategory } from '@/lib/domain/figures/ranking'
import { legend } from '@/lib/domain/figures/scoring'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { levelSchema, ruleSchema } from '@/lib/schemas/rules'
import {
  aGrade,
  arrival,
  auditEntriesOf,
  directly,
  graded,
  refusal,
  sent,
  someone,
  type World,
  world,
} from '@/lib/testing/world'
import { grade } from '../adoptions/adoptions'
import { rankingOf } from '../figures/figures'
import { addLevel } from './levels'
import { ruleBook, writeRule } from './rules'

const Q = '2026Q2' as Quarter
const NEXT = '2026Q3' as Quarter

let w: World
let issuer: Viewer
let itemId: string
beforeAll(async () => {
  w = await world()
  issuer = await someone('editor', { mayIssue: true })
  itemId = (await sent(w.clerk, '2026-04-10')).id
  await graded(w.editor, itemId, '2026-04-20', { publication: '《每日要情》' })
  await graded(w.editor, itemId, '2026-04-21', { kind: 'city_brief' })
})

let written: (typeof rules.$inferSelect)[]
beforeAll(async () => {
  written = await db().select().from(rules)
})
beforeEach(() =>
  directly(async (tx) => {
    await tx.delete(rules)
    await tx.insert(rules).values(written)
    await tx.delete(pastQuarters)
  }),
)

const line = (over: Record<string, string> = {}) =>
  ruleSchema.parse({
    for: 'department',
    validFrom: Q,
    line: 'publication',
    publication: '每日要情',
    points: '3',
    ...over,
  })
const OWN = { line: 'publication', publication: '每日要情', points: '' }
const write = (over: Record<string, string> = {}, viewer = issuer) => writeRule(viewer, line(over), arrival())
const points = async (quarter = Q) => {
  const { adoption } = ofCategory(await rankingOf(w.reader, quarter), 'department')
  const row = adoption.find(({ unitId }) => unitId === 'dept')
  return row && formatPoints(row.points)
}

describe('a line of the rule book', () => {
  // 区级信息 in 每日要情 (6, or what the publication has) and 市级简讯 (8), of one item.
  test.each<[string, Record<string, string>, string]>([
    ['nothing: 6＋8', {}, '14'],
    ['每日要情 has 3 of its own', { points: '3' }, '11'],
    ['市级简讯 has 9.5', { line: 'city_brief', publication: '', points: '9.5' }, '15.5'],
    ['only the highest counts', { line: 'repeated:highest', publication: '', points: '' }, '8'],
    ['written for the towns alone', { for: 'town' }, '14'],
    ['written from the next quarter on', { validFrom: NEXT }, '14'],
  ])('moves the ranking of the open quarter by exactly what it says: %s', async (_, over, expected) => {
    if (Object.keys(over).length > 0) await write(over)
    expect(await points()).toBe(expected)
  })

  test('holds until it is ended, and then is as if never written', async () => {
    await write()
    await write({ ...OWN, validFrom: NEXT, ended: 'yes' })
    const at = async (quarter: Quarter) =>
      (await ruleBook(w.clerk, quarter)).inForce[0]?.rules.has('publication:每日要情')
    expect([await at(Q), await at(NEXT)]).toEqual([true, false])
    expect(legend(ofCategory(await rankingOf(w.reader, Q), 'department').rules)).toContain(
      '《每日要情》采用的计 3 分/条',
    )
    await write({ ...OWN, ended: 'yes' })
    expect([await at(Q), await points()]).toEqual([false, '14'])
  })

  test('what was never written is not ended; for all, what holds for one is', async () => {
    const never = await refusal(write({ ...OWN, ended: 'yes' }))
    expect(never).toMatchObject({ code: 'conflict', fields: { ended: expect.stringContaining('不用停用') } })
    await write()
    expect(await write({ ...OWN, for: '*', ended: 'yes' })).toEqual({ changed: 1, names: ['部门', '镇街'] })
  })

  test('takes the place of one for the same quarter; the log says what it was and is, and names no text', async () => {
    const first = await auditEntriesOf(() => write({ source: '样例文件一号' }))
    expect(first.map(({ verb, subject, figures }) => [verb, subject, figures])).toEqual([
      ['rule.write', 'publication', 'all'],
    ])
    expect(await write({ source: '样例文件一号' })).toEqual({ changed: 0, names: ['部门'] })
    expect(await auditEntriesOf(() => write({ source: '样例文件一号' }))).toEqual([])
    const [entry] = await auditEntriesOf(() => write({ points: '4' }))
    const detail = JSON.parse(entry?.detail ?? '{}')
    expect([detail.category, detail.validFrom, detail.from.points, detail.to]).toEqual([
      'department',
      Q,
      300,
      { points: 400, choice: null, source: null },
    ])
    expect(JSON.stringify([first, entry])).not.toMatch(/每日要情|样例文件/)
    const { rows } = await ruleBook(w.reader, Q)
    expect(rows.filter(({ kind }) => kind === 'publication:每日要情')).toHaveLength(1)
  })

  test('for all is a line and an entry each', async () => {
    const entries = await auditEntriesOf(() => write({ for: '*', line: 'unanswered', publication: '', points: '1' }))
    expect(entries.map(({ detail }) => JSON.parse(detail).category)).toEqual(['department', 'town'])
  })

  test('for a category that is none is refused', async () => {
    expect(await refusal(write({ for: 'village' }))).toMatchObject({
      code: 'invalid',
      fields: { for: '没有这一类别，请重新选择。' },
    })
  })

  test('is written by an editor with the right to issue, and by nobody else', async () => {
    for (const viewer of [w.editor, w.reader, w.clerk, w.signer, w.systemAdmin, w.securityAdmin, w.auditAdmin]) {
      expect((await refusal(write({}, viewer))).code).toBe('forbidden')
    }
    expect(await points()).toBe('14')
  })

  test('everybody who is signed in reads the book, newest line first', async () => {
    await write({ validFrom: NEXT })
    for (const viewer of [w.clerk, w.signer, w.editor, w.reader, w.systemAdmin, w.auditAdmin]) {
      const { rows } = await ruleBook(viewer, Q)
      expect(rows).toHaveLength(written.length + 1)
      expect(rows[0]).toMatchObject({ kind: 'publication:每日要情', validFrom: NEXT })
    }
  })

  test('of a level that the office does not have is refused at its field', async () => {
    const unknown = await refusal(write({ line: '部委级采用', publication: '' }))
    expect(unknown).toMatchObject({ code: 'invalid', fields: { line: expect.stringContaining('请先增加') } })
  })
})

test('a level that was added stands among the kinds, and scores once it has points', async () => {
  const level = (short: string, viewer = issuer) =>
    addLevel(viewer, levelSchema.parse({ short, formed: 'no' }), arrival())
  expect((await refusal(level('国家级', w.editor))).code).toBe('forbidden')
  const entries = await auditEntriesOf(() => level('国家级'))
  expect(entries.map(({ verb, subject, figures }) => [verb, subject, figures])).toEqual([
    ['level.add', '国家级采用', null],
  ])
  expect((await refusal(level('国家级'))).fields).toHaveProperty('short')
  expect((await refusal(level('区级'))).fields).toHaveProperty('short')
  expect((await ruleBook(w.reader, Q)).kinds.at(-1)).toMatchObject({ kind: '国家级采用', form: null })
  await write({ line: '国家级采用', publication: '', points: '40' })
  await grade(w.editor, aGrade(itemId, '2026-04-22', { kind: '国家级采用' }), arrival('2026-04-22'))
  expect(await points()).toBe('54')
  expect((await db().select().from(levels)).at(-1)).toMatchObject({ level: '国家级采用', upper: true })
})

describe('what is settled', () => {
  test('a quarter of old figures, and every one before, keeps its rules; the refusal says from when on', async () => {
    await directly((tx) => tx.insert(pastQuarters).values({ quarter: Q, source: '样例', recordedAt: 1 }))
    for (const validFrom of [Q, '2025Q1']) {
      const refused = await refusal(write({ validFrom }))
      expect(refused).toMatchObject({
        code: 'conflict',
        fields: { validFrom: expect.stringContaining('2026年三季度') },
      })
    }
    expect(await db().select().from(rules)).toHaveLength(written.length)
    expect((await ruleBook(issuer, Q)).openFrom).toBe(NEXT)
    expect(await write({ validFrom: NEXT })).toEqual({ changed: 1, names: ['部门'] })
  })

  test('a quarter whose notice is issued keeps them as well', async () => {
    await directly((tx) =>
      tx.insert(notices).values({
        ...{ id: 'n', quarter: Q, number: '样例1号', date: '2026-07-05', document: '{}', figures: '{}', faults: '[]' },
        ...{ digest: 'd', code: 'c', version: 0, writtenBy: issuer.userId, issuedBy: issuer.userId, issuedAt: 1 },
      }),
    )
    const before = await points()
    const refused = await refusal(write())
    expect(refused).toMatchObject({ code: 'conflict', message: expect.stringContaining('2026年二季度的通报已经印发') })
    expect(await points()).toBe(before)
    expect(await write({ validFrom: NEXT })).toEqual({ changed: 1, names: ['部门'] })
  })
})
