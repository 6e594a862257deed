import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { operator } from '@/lib/auth/viewer'
import { ANY_COMMISSION } from '@/lib/domain/commissions/commission'
import { aDraft, anItem, arrival, graded, refusal, sent, type World, world } from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { askCommission, commissionTopics } from '../commissions/commissions'
import type { DeskFilter } from '../desk/inner/filter'
import { save, sendBack, submit, withdraw } from './items'
import { inbox, type ListPage, ownItems } from './lists'
import { openItem } from './open'

let w: World
const ids: Record<string, string> = {}

beforeAll(async () => {
  w = await world()
  const send = async (name: string, clerk: keyof World, day: string, over: Parameters<typeof sent>[2] = {}) => {
    ids[name] = (await sent(w[clerk], day, { title: name, ...over })).id
  }
  await send('甲', 'clerk', '2026-03-31', { type: 'problem', body: '完成率100%，增长5_6' })
  await send('乙', 'otherClerk', '2026-04-01', { type: 'problem', author: '样例作者' })
  await send('丙', 'townClerk', '2026-05-01', { type: 'activity', body: 'ＡＩ 政务 Office\\path' })
  await send('丁', 'clerk', '2026-05-02', { type: 'proposal', body: '完成率100，增长516' })
  await send('退', 'clerk', '2026-05-03')
  await send('撤', 'clerk', '2026-05-04')
  await save(w.clerk, aDraft({ title: '稿' }), arrival('2026-05-05'))
  await sendBack(w.editor, { id: ids.退 ?? '', version: 1, reason: '请补充' }, arrival('2026-05-06'))
  await withdraw(w.clerk, { id: ids.撤 ?? '', version: 1 }, arrival('2026-05-06'))
  await graded(w.editor, ids.甲 ?? '', '2026-05-06', { kind: 'forwarded' })
  await graded(w.editor, ids.甲 ?? '', '2026-05-07', { kind: 'city_full' })
  const adoptionId = await graded(w.editor, ids.乙 ?? '', '2026-05-06')
  await revokeAdoption(w.editor, { adoptionId, reason: '有误' }, arrival('2026-05-07'))
})

const titles = (page: ListPage) => page.rows.map((row) => row.title).join('')

describe("the editors' inbox", () => {
  test.each<[string, DeskFilter, string]>([
    ['what was received, newest first', {}, '丁丙乙甲'],
    ['everything that left its unit', { state: 'all' }, '撤退丁丙乙甲'],
    ['what was sent back', { state: 'sent_back' }, '退'],
    ['what was withdrawn', { state: 'withdrawn' }, '撤'],
    ['no draft, even when asked for', { state: 'draft' }, ''],
    ['what has an adoption in force', { state: 'graded' }, '甲'],
    ['what has none, or a revoked one', { state: 'ungraded' }, '丁丙乙'],
    ['one unit', { unitId: 'dept' }, '丁甲'],
    ['one category', { category: 'town' }, '丙'],
    ['one type', { type: 'problem' }, '乙甲'],
    ['a quarter by Shanghai time', { quarter: '2026Q1' as never }, '甲'],
    ['the quarter after', { quarter: '2026Q2' as never }, '丁丙乙'],
    ['filters together', { category: 'department', quarter: '2026Q2' as never, type: 'problem' }, '乙'],
    ['words of the title', { text: '乙' }, '乙'],
    ['words of the text', { text: ' 完成率 增长 ' }, '丁甲'],
    ['the author', { text: '样例作者' }, '乙'],
    ['a percent sign as it stands', { text: '100%' }, '甲'],
    ['an underline as it stands', { text: '5_6' }, '甲'],
    ['a backslash as it stands', { text: 'office\\PATH' }, '丙'],
    ['full-width letters as they stand', { text: 'ＡＩ' }, '丙'],
    ['nothing for a word that is nowhere', { text: '丁 没有' }, ''],
    ['everything for blanks', { text: '  ' }, '丁丙乙甲'],
    ['nothing for what no text can hold', { text: '\u0000' }, ''],
  ])('%s', async (_name, filter, expected) => {
    expect(titles(await inbox(w.editor, filter))).toBe(expected)
  })

  test('shows what became of each item', async () => {
    const { rows } = await inbox(w.editor, { state: 'all' })
    const of = (title: string) => rows.find((row) => row.title === title)
    expect(of('甲')?.adoptions.map((a) => a.kind)).toEqual(['forwarded', 'city_full'])
    expect(of('乙')?.adoptions).toEqual([])
    expect(of('退')).toMatchObject({ reason: '请补充', state: 'sent_back', unit: '样例一局' })
    expect(of('丙')).toMatchObject({ reason: null, category: 'town', ref: expect.stringMatching(/^2026Q2-/) })
  })

  test('is for editors', async () => {
    for (const name of ['clerk', 'signer', 'reader', 'systemAdmin', 'auditAdmin'] as const)
      expect(await refusal(inbox(w[name]))).toMatchObject({
        code: 'forbidden',
        message: '采编台供区政府办公室编辑使用。',
      })
  })

  test('page by page visits every item once, also those of one instant, and while new ones arrive', async () => {
    const at = Date.parse('2025-05-05')
    const many = Array.from({ length: 65 }, (_, n) => ({ id: randomUUID(), at: at + Math.floor(n / 10) }))
    for (const { id, at } of many) await submit(w.townClerk, anItem({ id, title: '翻页' }), arrival(at))
    const visited: string[] = []
    const sizes: number[] = []
    let after: DeskFilter['after']
    do {
      const page = await inbox(w.editor, { quarter: '2025Q2' as never, after })
      visited.push(...page.rows.map((row) => row.id))
      sizes.push(page.rows.length)
      after = page.next ?? undefined
      await sent(w.townClerk, '2025-06-01', { title: '后来' })
    } while (after)
    expect(sizes).toEqual([30, 30, 5])
    expect(new Set(visited)).toEqual(new Set(many.map((m) => m.id)))
    expect(visited).toHaveLength(65)
  })
})

describe("a unit's own items", () => {
  test('all states, last touched first, for clerk and leader alike; nobody else’s', async () => {
    const mine = await ownItems(w.clerk)
    expect(titles(mine)).toHaveLength(5)
    expect(titles(mine).slice(0, 3)).toMatch(/^[退撤]{2}稿$/)
    expect(titles(mine).slice(3)).toBe('丁甲')
    expect(titles(await ownItems(w.signer))).toBe(titles(mine))
    expect(titles(await ownItems(w.otherClerk))).toBe('乙')
    expect(titles(await ownItems(w.clerk, { state: 'draft' }))).toBe('稿')
    expect((await ownItems(w.clerk, { state: 'sent_back' })).rows[0]?.reason).toBe('请补充')
    expect((await refusal(ownItems(w.editor))).code).toBe('forbidden')
  })

  test('page by page', async () => {
    const all = titles(await ownItems(w.clerk))
    let walked = ''
    let after: Parameters<typeof ownItems>[1] = {}
    for (let n = 0; n < 9; n++) {
      const page = await ownItems(w.clerk, { size: 2, ...after })
      walked += titles(page)
      if (!page.next) break
      after = { after: page.next }
    }
    expect(walked).toBe(all)
  })
})

describe('one item', () => {
  test('opens with its text, adoptions, history and versions', async () => {
    const opened = await openItem(w.clerk, ids.甲 ?? '')
    expect(opened.item).toMatchObject({ title: '甲', unit: '样例一局', state: 'received', categoryName: '部门' })
    expect(opened.adoptions.map((a) => a.kind)).toEqual(['forwarded', 'city_full'])
    expect(opened.history.map((h) => h.verb)).toEqual(['submit', 'grade', 'grade'])
    expect(opened.history[0]).toMatchObject({ by: '样例clerk', byUnit: '样例一局' })
    expect(opened.versions).toMatchObject([{ version: 1, title: '甲' }])
    expect((await openItem(w.reader, ids.甲 ?? '')).item.id).toBe(ids.甲)
    expect((await openItem(w.editor, ids.撤 ?? '')).item.state).toBe('withdrawn')
  })

  test('out of reach is not found, and looks like none at all', async () => {
    const none = await refusal(openItem(w.clerk, randomUUID()))
    expect(none.code).toBe('not_found')
    const { id: draft } = await save(w.clerk, aDraft(), arrival())
    const out: [keyof World, string][] = [
      ['otherClerk', ids.甲 ?? ''],
      ['editor', draft],
      ['reader', ids.退 ?? ''],
      ['reader', ids.撤 ?? ''],
      ['systemAdmin', ids.甲 ?? ''],
      ['securityAdmin', ids.甲 ?? ''],
      ['auditAdmin', ids.甲 ?? ''],
      ['clerk', 'x\u0000'],
      ['clerk', "' or 1=1 --"],
    ]
    for (const [viewer, id] of out) expect(await refusal(openItem(w[viewer], id))).toEqual(none)
  })

  test('while a unit rewrites what was sent back, the office reads and finds what was sent, not what is being written', async () => {
    const { id } = await sent(w.clerk, '2026-05-10', { title: '原题', body: '原文' })
    await sendBack(w.editor, { id, version: 1, reason: '请补充' }, arrival('2026-05-11'))
    await save(w.clerk, aDraft({ id, version: 2, title: '未报的改稿', body: '改写中' }), arrival('2026-05-12'))
    expect((await openItem(w.editor, id)).item).toMatchObject({ title: '原题', body: '原文' })
    expect((await openItem(w.clerk, id)).item).toMatchObject({ title: '未报的改稿', body: '改写中' })
    expect(titles(await inbox(w.editor, { state: 'sent_back', text: '改写中' }))).toBe('')
    expect(titles(await inbox(w.editor, { state: 'sent_back', text: '原文' }))).toBe('原题')
    expect(titles(await ownItems(w.clerk, { state: 'sent_back' }))).toContain('未报的改稿')
  })

  test('the operator counts items, but does not read their text', async () => {
    expect((await refusal(openItem(operator(), ids.甲 ?? ''))).code).toBe('forbidden')
  })
})

test('the inbox narrows to what answers a commission, or any', async () => {
  const asked = {
    topic: '样例',
    words: '样例。',
    time: '18:00',
    day: '2026-05-20',
    units: ['dept', 'dept2'],
    categories: [],
  }
  const [one, other] = [1, 2].map(() => askCommission(w.editor, asked, arrival('2026-05-10')))
  const commission = (await one)?.id ?? ''
  const answer = await sent(w.clerk, '2026-05-11', { title: '约', commission })
  expect(titles(await inbox(w.editor, { commission }))).toBe('约')
  expect(titles(await inbox(w.editor, { commission: ANY_COMMISSION, text: '约' }))).toBe('约')
  expect(titles(await inbox(w.editor, { commission: (await other)?.id }))).toBe('')
  expect((await commissionTopics(w.editor)).map(({ topic }) => topic)).toEqual(['样例', '样例'])
  await withdraw(w.clerk, answer, arrival('2026-05-12'))
})
