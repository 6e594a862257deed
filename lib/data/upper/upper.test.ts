import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { adoptions, audit, pastQuarters, upperLines } from '@/db/schema'
import { ImportRefused } from '@/lib/domain/base/import-refused'
import type { Role, Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { Usual } from '@/lib/domain/upper/upper'
import type { PostInput } from '@/lib/schemas/upper'
import {
  aGrade,
  arrival,
  auditEntriesOf,
  directly,
  refusal,
  sent,
  someone,
  type World,
  world,
} from '@/lib/testing/world'
import { grade, revokeAdoption } from '../adoptions/adoptions'
import { adoptionsOf } from '../adoptions/reading'
import { rankingOf } from '../figures/figures'
import { sendBack } from '../items/items'
import { changeLine, dateLines, dropLine } from './lines'
import { type OpenLine, upperList, upperListsOf } from './lists'
import { postLines, receiveList, takeBackList } from './upper'

const DAY = '2026-05-20'
const NOW = Date.parse('2026-06-01T09:00:00+08:00')
const usual: Usual = { kind: 'city_full', adoptedOn: DAY, publication: '样例专报', issueNo: null }
let w: World
beforeAll(async () => {
  w = await world()
})

const rows = (titles: readonly string[]) => ({
  tables: [{ file: '粘贴的文字', rows: titles.map((cell, i) => ({ line: i + 1, cells: [cell] })) }],
  faults: [],
})
const receive = (titles: readonly string[], over: Partial<Usual> = {}, viewer: Viewer = w.editor, key = arrival(NOW)) =>
  receiveList(viewer, { ...usual, ...over, name: '样例清单' }, rows(titles), key)
const open = async (id: string): Promise<OpenLine[]> => (await upperList(w.editor, id, NOW)).open

/** A list of these lines, as its open lines. */
async function taken(titles: readonly string[], over: Partial<Usual> = {}): Promise<{ id: string; lines: OpenLine[] }> {
  const { id } = await receive(titles, over)
  return { id, lines: await open(id) }
}
const to = (line: OpenLine | undefined, itemId: string | null, ref: string | null = null) => ({
  lineId: line?.id ?? '',
  itemId,
  ref,
})
const post = (input: PostInput, viewer: Viewer = w.editor, key = arrival(NOW)) => postLines(viewer, input, key)

/** An item with a title that nothing else has. */
let n = 0
async function anItemOf(clerk = w.clerk, day = '2026-05-05') {
  const title = `样例一局第${++n}号事项办理${randomUUID().slice(0, 8)}的经验做法`
  return { title, ...(await sent(clerk, day, { title })) }
}

describe('a list from above', () => {
  test('is taken in line by line, each with the items it may mean, and nothing is posted', async () => {
    const item = await anItemOf()
    const before = await db().select().from(adoptions)
    const { id, lines } = await taken([`1. 关于${item.title}的报告（样例一局）`, '2. 毫无关联之物事'])
    expect(lines.map(({ position, certain, candidates }) => [position, certain, candidates[0]?.item.id])).toEqual([
      [1, true, item.id],
      [2, false, undefined],
    ])
    expect(lines[0]?.candidates[0]?.words).toBe('标题相同；单位一致；报送于5月5日')
    expect(await db().select().from(adoptions)).toEqual(before)
    const [list] = (await upperListsOf(w.editor)).filter((one) => one.id === id)
    expect(list).toMatchObject({ name: '样例清单', open: 2, posted: 0, dropped: 0 })
  })

  test('is taken in whole or not at all, and once however often it is sent', async () => {
    const key = arrival(NOW)
    expect(await receive(['样例标题之一'], {}, w.editor, key)).toEqual(
      await receive(['样例标题之一'], {}, w.editor, key),
    )
    const lists = await upperListsOf(w.editor)
    const wrong = receive(['样例标题之二', '样例标题之三（2026年6月2日）'])
    await expect(wrong).rejects.toThrow(ImportRefused)
    expect(await upperListsOf(w.editor)).toEqual(lists)
  })

  test('offers its open lines again when new items come', async () => {
    const title = '样例一局迟到事项办理情况通报'
    const { id, lines } = await taken([title])
    expect(lines[0]?.candidates.filter(({ likeness }) => likeness === 100)).toEqual([])
    const { id: itemId } = await sent(w.clerk, '2026-05-19', { title })
    expect((await open(id))[0]).toMatchObject({ certain: true, candidates: [{ item: { id: itemId } }] })
  })

  test('never offers what was sent back', async () => {
    const { title, id: itemId, version } = await anItemOf()
    const { id } = await receive([title])
    expect((await open(id))[0]?.candidates[0]?.item.id).toBe(itemId)
    await sendBack(w.editor, { id: itemId, version, reason: '请补充' }, arrival('2026-05-06'))
    expect((await open(id))[0]?.candidates.map(({ item }) => item.id)).not.toContain(itemId)
  })
})

describe('posting', () => {
  const figures = async (q: Quarter) => (await rankingOf(w.editor, q)).tables

  test('moves the ranking exactly as grading does, with one audit entry an adoption', async () => {
    const [a, b] = [await anItemOf(), await anItemOf(w.townClerk)]
    const day = await figures('2026Q2' as Quarter)
    const { id, lines } = await taken([a.title, b.title])
    const entries = await auditEntriesOf(() =>
      post({ listId: id, choices: [to(lines[0], a.id), to(lines[1], null, b.ref)] }),
    )
    expect(entries.map(({ verb, subject, figures }) => [verb, subject, figures])).toEqual([
      ['item.grade', a.id, '2026Q2'],
      ['item.grade', b.id, '2026Q2'],
    ])
    const posted = await figures('2026Q2' as Quarter)
    expect(posted).not.toEqual(day)
    const kept = await adoptionsOf(w.editor, [a.id, b.id])
    for (const { id: adoptionId } of kept) await revokeAdoption(w.editor, { adoptionId, reason: '比对' }, arrival(NOW))
    expect(await figures('2026Q2' as Quarter)).toEqual(day)
    for (const item of [a, b]) {
      await grade(w.editor, aGrade(item.id, DAY, { kind: 'city_full', publication: '样例专报' }), arrival(NOW))
    }
    expect(await figures('2026Q2' as Quarter)).toEqual(posted)
  })

  test('gives each line its own result: what is refused does not stop the others and stays open', async () => {
    const [a, b] = [await anItemOf(), await anItemOf()]
    await grade(w.editor, aGrade(a.id, DAY, { kind: 'city_full', publication: '样例专报', issueNo: '3' }), arrival(NOW))
    const { id, lines } = await taken([a.title, b.title, '毫无关联之物事', '另一毫无关联之物事'])
    expect(lines[0]?.certain).toBe(false)
    expect(lines[0]?.candidates[0]).toMatchObject({ item: { id: a.id }, recorded: true })
    const choices = [to(lines[0], a.id), to(lines[1], b.id), to(lines[2], null), to(lines[3], null, '2026Q2-9999')]
    const results = await post({ listId: id, choices })
    expect(results.map(({ done, words }) => [done, words])).toEqual([
      [false, expect.stringContaining('已有相同的采用记录')],
      [true, `已登记到 ${b.ref}：市级采用·信息，2026年5月20日，《样例专报》。`],
      [false, '没有选择信息，请选一条候选，或者填写信息编号。'],
      [false, '没有编号为“2026Q2-9999”的信息。'],
    ])
    expect((await open(id)).map(({ position }) => position)).toEqual([1, 3, 4])
    expect((await upperList(w.editor, id, NOW)).closed).toMatchObject([{ state: 'posted', item: { ref: b.ref } }])
  })

  test('of two lines that tell of one adoption posts one', async () => {
    const { title, id: itemId } = await anItemOf()
    const { id, lines } = await taken([title, title])
    const results = await post({ listId: id, choices: lines.map((line) => to(line, itemId)) })
    expect(results.map(({ done }) => done)).toEqual([true, false])
  })

  test('sent twice, or by two editors at once, posts once', async () => {
    const { title, id: itemId } = await anItemOf()
    const { id, lines } = await taken([title])
    const input = { listId: id, choices: [to(lines[0], itemId)] }
    const key = arrival(NOW)
    const first = await post(input, w.editor, key)
    expect(await post(input, w.editor, key)).toEqual(first)
    const again = await Promise.all([1, 2].map(async () => post(input, await someone('editor'))))
    expect(again.flat().map(({ words }) => words)).toEqual(Array(2).fill('这一条已经登记，没有重复登记。'))
    expect(await adoptionsOf(w.editor, [itemId])).toMatchObject([{ evidence: '样例清单' }])
  })

  test('for a quarter that is closed records 补录 in the open one; the line says so before and after', async () => {
    await directly((tx) =>
      tx.insert(pastQuarters).values({ quarter: '2026Q1' as Quarter, source: '样例', recordedAt: 0 }),
    )
    const { title, id: itemId } = await anItemOf(w.clerk, '2026-02-01')
    const { id, lines } = await taken([title], { adoptedOn: '2026-03-30' })
    expect(lines[0]?.late).toBe('2026Q2')
    const [result] = await post({ listId: id, choices: [to(lines[0], itemId)] })
    expect(result?.words).toContain('补录，计入2026年二季度')
    expect(await adoptionsOf(w.editor, [itemId])).toMatchObject([{ adoptedOn: '2026-03-30', quarter: '2026Q2' }])
    expect((await upperList(w.editor, id, NOW)).closed).toMatchObject([{ item: { quarter: '2026Q2' } }])
  })

  test('is open again for a line whose adoption was revoked', async () => {
    const { title, id: itemId } = await anItemOf()
    const { id, lines } = await taken([title])
    const choices = [to(lines[0], itemId)]
    await post({ listId: id, choices })
    const [line] = await db().select().from(upperLines).where(eq(upperLines.listId, id))
    await revokeAdoption(w.editor, { adoptionId: line?.adoptionId ?? '', reason: '登记有误' }, arrival(NOW))
    expect(await open(id)).toHaveLength(1)
    expect((await post({ listId: id, choices })).map(({ done }) => done)).toEqual([true])
  })
})

const NOWHERE = { publication: '', issueNo: '' }

test('nobody but editors reads, takes in, posts, drops, changes or takes back', async () => {
  const { id, lines } = await taken(['样例标题之四'])
  const roles: Role[] = ['clerk', 'signer', 'reader', 'system_admin', 'security_admin', 'audit_admin']
  for (const role of roles) {
    const viewer = await someone(role, role === 'clerk' || role === 'signer' ? { unitId: 'dept' } : {})
    const tries = [
      () => upperListsOf(viewer),
      () => upperList(viewer, id, NOW),
      () => receive(['样例标题之五'], {}, viewer),
      () => post({ listId: id, choices: [to(lines[0], null)] }, viewer),
      () => dropLine(viewer, { lineId: lines[0]?.id ?? '', reason: 'elsewhere' }, arrival(NOW)),
      () => changeLine(viewer, { ...(lines[0] as OpenLine), lineId: '', adoptedOn: DAY, ...NOWHERE }, arrival(NOW)),
      () => dateLines(viewer, { listId: id, adoptedOn: DAY }, arrival(NOW)),
      () => takeBackList(viewer, { listId: id }, arrival(NOW)),
    ]
    for (const each of tries) expect((await refusal(each())).code).toBe('forbidden')
  }
})

test('a list, or a line of another list, that is not there is said to be so', async () => {
  const [one, other] = [await taken(['样例标题之六']), await taken(['样例标题之七'])]
  const none = randomUUID()
  expect((await refusal(upperList(w.editor, none, NOW))).code).toBe('not_found')
  expect((await refusal(post({ listId: none, choices: [to(one.lines[0], null)] }))).code).toBe('not_found')
  expect((await refusal(post({ listId: one.id, choices: [to(other.lines[0], null)] }))).code).toBe('not_found')
  expect((await refusal(dropLine(w.editor, { lineId: none, reason: 'elsewhere' }, arrival()))).code).toBe('not_found')
})

test('the log holds no text of a list', async () => {
  const { title, id: itemId } = await anItemOf()
  const { id, lines } = await taken([title], { publication: '独一无二的刊物' })
  await post({ listId: id, choices: [to(lines[0], itemId)] })
  const log = JSON.stringify(await db().select().from(audit))
  expect([log.includes(title), log.includes('独一无二')]).toEqual([false, false])
})
