import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { levels, pastQuarters, rules, units } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import { formatPoints } from '@/lib/domain/base/exact'
import { ofCategory } from '@/lib/domain/figures/ranking'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { dropRuleSchema, levelSchema, ruleKey, ruleSchema } from '@/lib/schemas/rules'
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
import { nameJoint } from '../adoptions/joint'
import { rankingOf } from '../figures/figures'
import { recordInstruction } from '../items/instructions'
import { verifyLog } from '../office/verify'
import { dropLevel, dropRule } from './dropping'
import { addedLevels, addLevel } from './levels'
import { ruleBook, writeRule } from './rules'

const Q = '2026Q2' as Quarter
const NEXT = '2026Q3' as Quarter
const STATIONS = Array.from({ length: 11 }, (_, i) => `样例${i + 1}站`)

let w: World
let issuer: Viewer
beforeAll(async () => {
  w = await world()
  issuer = await someone('editor', { mayIssue: true })
  const rows = STATIONS.map((name, i) => ({ id: `s${i}`, name, category: 'department' as const, position: 10 + i }))
  await directly((tx) => tx.insert(units).values(rows))
})

const write = (over: Record<string, string>, viewer = issuer) =>
  writeRule(viewer, ruleSchema.parse({ for: 'department', validFrom: Q, points: '', ...over }), arrival('2026-05-01'))
const drop = (kind: string, over: { category?: string; validFrom?: string } = {}, viewer = issuer) => {
  const key = { category: 'department', validFrom: Q, kind, ...over } as Parameters<typeof ruleKey>[0]
  return dropRule(viewer, dropRuleSchema.parse({ written: ruleKey(key) }), arrival('2026-05-01'))
}
const points = async () => {
  const { adoption } = ofCategory(await rankingOf(w.reader, Q), 'department')
  const row = adoption.find(({ unitId }) => unitId === 'dept')
  return row && formatPoints(row.points)
}
const faultsOf = async (work: Promise<unknown>) => (await refusal(work)).fields as Record<string, string>
/** What the log and the tables differ by; whether the log was ever anchored is no matter of theirs. */
const differences = async () => (await verifyLog(operator())).findings.filter(({ kind }) => kind !== 'anchor_missing')

describe('a line written by mistake', () => {
  test('is taken away, what held before holds again, and the log agrees with the tables', async () => {
    await graded(w.editor, (await sent(w.clerk, '2026-04-10')).id, '2026-04-20')
    await write({ line: 'district_full', points: '60' })
    expect(await points()).toBe('60')
    const entries = await auditEntriesOf(() => drop('district_full'))
    expect(entries.map(({ verb, subject, figures }) => [verb, subject, figures])).toEqual([
      ['rule.drop', 'district_full', 'all'],
    ])
    expect(JSON.parse(entries[0]?.detail ?? '')).toMatchObject({ category: 'department', from: { points: 6000 } })
    expect(await points()).toBe('6')
    expect((await ruleBook(w.reader, Q)).rows.some(({ validFrom }) => validFrom === Q)).toBe(false)
    expect(await differences()).toEqual([])
  })

  test('is taken away by whoever may write it, once, and not where the rest would contradict itself', async () => {
    await write({ line: 'submission_cap', points: '8' })
    for (const viewer of [w.editor, w.reader, w.clerk])
      expect((await refusal(drop('submission_cap', {}, viewer))).code).toBe('forbidden')
    const full = await faultsOf(drop('submission', { validFrom: '2020Q1' }))
    expect(full.written).toContain('没有设定报送满分，报送得分最高的 8 分无从计算')
    expect(await drop('submission_cap')).toMatchObject({ kind: 'submission_cap', points: 800 })
    expect((await faultsOf(drop('submission_cap'))).written).toContain('已由他人撤去')
  })

  test('stays where a settled quarter rests on it, and the refusal says why', async () => {
    await write({ line: 'unanswered', points: '1' })
    await directly((tx) => tx.insert(pastQuarters).values({ quarter: Q, source: '样例', recordedAt: 1 }))
    const refused = await refusal(drop('unanswered'))
    expect(refused).toMatchObject({ code: 'conflict', fields: { written: expect.stringContaining('2026年二季度') } })
    await directly((tx) => tx.delete(pastQuarters))
    await drop('unanswered')
  })
})

test('lines that contradict each other are refused at their field, and nothing is written', async () => {
  const before = await db().select().from(rules)
  const fields = (over: Record<string, string>) => faultsOf(write(over))
  expect(await fields({ line: 'submission_cap', points: '3' })).toEqual({
    points: '自2026年二季度起会前后矛盾：报送满分 5 分，报送得分最高却只计 3 分。',
  })
  expect(await fields({ line: 'submission_floor', points: '6', for: '*' })).toHaveProperty('points')
  await write({ line: 'submission_cap', points: '8', validFrom: NEXT })
  expect((await fields({ line: 'submission:proportional', points: '9' })).points).toContain('自2026年三季度起')
  expect(await fields({ line: 'submission:all_or_nothing', points: '5', validFrom: NEXT })).toHaveProperty('points')
  await drop('submission_cap', { validFrom: NEXT })
  expect(await db().select().from(rules)).toHaveLength(before.length)
})

test('a level is taken away while nothing was written or recorded in it, and what stands in the way is named', async () => {
  const add = () => addLevel(issuer, levelSchema.parse({ short: '国家级', formed: 'no' }), arrival())
  const level = '国家级采用'
  await add()
  expect(await addedLevels(issuer)).toEqual([{ level, use: null }])
  expect((await refusal(dropLevel(w.editor, { level }, arrival()))).code).toBe('forbidden')
  const entries = await auditEntriesOf(() => dropLevel(issuer, { level }, arrival()))
  expect(entries.map(({ verb, subject }) => [verb, subject])).toEqual([['level.drop', level]])
  expect((await db().select().from(levels)).some((row) => row.level === level)).toBe(false)
  await add()
  await write({ line: level, points: '40' })
  await grade(
    w.editor,
    aGrade((await sent(w.clerk, '2026-04-11')).id, '2026-04-22', { kind: level }),
    arrival('2026-04-22'),
  )
  const use =
    '“国家级采用”正在使用，不能撤去：有 1 条计分规定，请先撤去（已印发通报的季度的不能撤去）；有 1 条已登记的采用，已撤销的也在内。'
  expect(await addedLevels(issuer)).toEqual([{ level, use }])
  expect((await refusal(dropLevel(issuer, { level }, arrival()))).fields).toEqual({ level: use })
  expect((await refusal(dropLevel(issuer, { level: '省级采用' }, arrival()))).code).toBe('conflict')
  expect((await faultsOf(dropLevel(issuer, { level: 'province' }, arrival()))).level).toContain('各地都有')
  expect(await differences()).toEqual([])
})

test('points of a publication that nobody has so named are pointed out until somebody has', async () => {
  await write({ line: 'publication', publication: '要情', points: '3' })
  const remarks = async () => (await ruleBook(issuer, Q)).remarks
  expect(await remarks()).toEqual([expect.stringContaining('《要情》另设了分值')])
  await graded(w.editor, (await sent(w.clerk, '2026-04-12')).id, '2026-04-20', { publication: '《要情》' })
  expect(await remarks()).toEqual([])
  await drop('publication:要情')
})

describe('more than ten units', () => {
  const joint = async (names: string[]) => {
    const { id, version } = await sent(w.clerk, '2026-05-02')
    await nameJoint(w.editor, { id, version, units: names }, arrival('2026-05-03'))
    return id
  }
  const full = () => write({ line: 'joint:full', for: '*' })

  test('share an item where nothing is divided, each with all of its points; where points are divided ten do', async () => {
    const divided = await faultsOf(joint(STATIONS))
    expect(divided.units).toContain('由各单位平分得分，一条采用最多由 10 个单位共享，现为 12 个')
    await write({ line: 'joint:full', for: 'town' })
    expect((await faultsOf(joint(STATIONS))).units).toContain('现为 12 个')
    await drop('joint', { category: 'town' })
    // What holds for towns, which have no share in it, is no matter of theirs.
    await write({ line: 'joint:full', for: 'department' })
    const id = await joint(STATIONS)
    expect((await faultsOf(joint([...STATIONS, '样例一镇']))).units).toContain('现为 13 个')
    await graded(w.editor, id, '2026-05-04', { kind: 'city_full' })
    const { adoption } = ofCategory(await rankingOf(w.reader, Q), 'department')
    const scored = adoption.filter(({ unitId }) => /^s\d/.test(unitId)).map((row) => formatPoints(row.points))
    expect(scored).toEqual(STATIONS.map(() => '10'))
  })

  test('are not divided among later: the rule is refused until it holds for what comes after', async () => {
    const even = await faultsOf(write({ line: 'joint:even', for: 'department' }))
    expect(even.line).toContain('2026年二季度合报、综合采用的由各单位平分得分')
    expect((await faultsOf(drop('joint'))).written).toContain('不能撤去')
    expect(await write({ line: 'joint:even', for: '*', validFrom: NEXT })).toMatchObject({ changed: 2 })
    await drop('joint', { validFrom: NEXT })
    await drop('joint', { category: 'town', validFrom: NEXT })
  })

  test('do not share an instruction that is divided, whichever is said first', async () => {
    await write({ line: 'joint:fixed', points: '2', for: '*' })
    await write({ line: 'instruction_city', points: '3' })
    const id = await joint(STATIONS)
    const words = { id, level: 'city' as const, givenOn: '2026-05-05', words: '样例。', feedbackDue: '' }
    const instruct = () => recordInstruction(w.editor, words, arrival('2026-05-05'))
    expect((await refusal(instruct())).message).toContain('批示加分由各合报单位平分')
    await full()
    await instruct()
    expect((await refusal(write({ line: 'joint:fixed', points: '2' }))).fields).toHaveProperty('line')
  })
})
