import { beforeAll, describe, expect, test } from 'vitest'
import type { Usual } from '@/lib/domain/upper/upper'
import { arrival, auditEntriesOf, refusal, sent, type World, world } from '@/lib/testing/world'
import { changeLine, dateLines, dropLine } from './lines'
import { upperList } from './lists'
import { postLines, receiveList } from './upper'

const DAY = '2026-05-20'
const NOW = Date.parse('2026-06-01T09:00:00+08:00')
const usual: Usual = { kind: 'city_full', adoptedOn: null, publication: null, issueNo: null }
let w: World
beforeAll(async () => {
  w = await world()
})

/** A list of these lines, without a day of its own. */
async function taken(...titles: string[]) {
  const tables = [{ file: '粘贴的文字', rows: titles.map((cell, i) => ({ line: i + 1, cells: [cell] })) }]
  const { id } = await receiveList(w.editor, { ...usual, name: '样例清单' }, { tables, faults: [] }, arrival(NOW))
  return { id, lines: (await upperList(w.editor, id, NOW)).open }
}
const linesOf = async (id: string) => (await upperList(w.editor, id, NOW)).open
const post = (listId: string, lineId: string, itemId: string) =>
  postLines(w.editor, { listId, choices: [{ lineId, itemId, ref: null }] }, arrival(NOW))

describe('a line that is no adoption of ours', () => {
  test('is dropped with its reason in the log, and is not offered any more', async () => {
    const { id, lines } = await taken('安岳县的一项样例工作')
    const input = { lineId: lines[0]?.id ?? '', reason: 'elsewhere' } as const
    const [entry, ...none] = await auditEntriesOf(() => dropLine(w.editor, input, arrival(NOW)))
    expect(entry).toMatchObject({ verb: 'upper.drop', subject: input.lineId, figures: null })
    expect(JSON.parse(entry?.detail ?? '')).toEqual({ list: id, reason: 'elsewhere' })
    expect(none).toEqual([])
    expect(await linesOf(id)).toEqual([])
    expect(await refusal(dropLine(w.editor, input, arrival(NOW)))).toMatchObject({ code: 'conflict' })
    const item = await sent(w.clerk, '2026-05-05', { title: '样例一局剔除之后的一条' })
    expect(await post(id, input.lineId, item.id)).toMatchObject([{ done: false }])
  })
})

describe('a line without a day', () => {
  test('waits for one: it is not posted before, and all of a list may be given the same', async () => {
    const item = await sent(w.clerk, '2026-05-05', { title: '样例一局没有日期的一条经验做法' })
    const { id, lines } = await taken('样例一局没有日期的一条经验做法', '另一条样例', '写明日期的样例（5月8日）')
    expect(lines.map(({ adoptedOn, late }) => [adoptedOn, late])).toEqual([
      [null, null],
      [null, null],
      ['2026-05-08', null],
    ])
    expect(lines[0]?.candidates[0]?.item.id).toBe(item.id)
    const first = lines[0]?.id ?? ''
    expect(await post(id, first, item.id)).toMatchObject([{ done: false, words: expect.stringContaining('采用日期') }])
    expect(await dateLines(w.editor, { listId: id, adoptedOn: DAY }, arrival(NOW))).toEqual({ lines: 2 })
    expect((await linesOf(id)).map(({ adoptedOn }) => adoptedOn)).toEqual([DAY, DAY, '2026-05-08'])
    const again = dateLines(w.editor, { listId: id, adoptedOn: DAY }, arrival(NOW))
    expect(await refusal(again)).toMatchObject({ code: 'conflict' })
    expect(await post(id, first, item.id)).toMatchObject([{ done: true }])
  })
})

describe('a line that was misread', () => {
  test('is changed before it is posted, and posted as it was changed; not after', async () => {
    const item = await sent(w.clerk, '2026-05-05', { title: '样例一局读错的一条经验做法' })
    const { id, lines } = await taken('样例一局读错的一条经验')
    const lineId = lines[0]?.id ?? ''
    const asRead = { title: '样例一局读错的一条经验做法', kind: 'city_brief', adoptedOn: DAY } as const
    const input = { lineId, ...asRead, publication: '样例专报', issueNo: '7' }
    const [entry] = await auditEntriesOf(() => changeLine(w.editor, input, arrival(NOW)))
    expect(entry).toMatchObject({ verb: 'upper.change', subject: lineId })
    expect(await linesOf(id)).toMatchObject([{ ...asRead, publication: '样例专报', issueNo: '7', certain: true }])
    const [posted] = await post(id, lineId, item.id)
    expect(posted?.words).toContain('市级采用·简讯，2026年5月20日，《样例专报》第7期')
    expect(await refusal(changeLine(w.editor, input, arrival(NOW)))).toMatchObject({ code: 'conflict' })
  })
})

test('what is older than a year is shown as such where nothing nearer is like it, and is never proposed', async () => {
  const item = await sent(w.clerk, '2024-11-05', { title: '样例一局多年以前的一条特别经验' })
  const { lines } = await taken('样例一局多年以前的一条特别经验（样例一局，5月20日）')
  expect(lines[0]).toMatchObject({ certain: false, candidates: [{ item: { id: item.id }, old: true }] })
  expect(lines[0]?.candidates[0]?.words).toContain('早于采用日期一年以上')
})

test('where a line has no day yet, nothing is said of a year before it', async () => {
  const item = await sent(w.clerk, '2024-11-05', { title: '样例一局推广稻渔共生种养模式助农增收' })
  const { id, lines } = await taken('推广稻渔共生种养模式助农增收（样例一局）')
  expect(lines[0]).toMatchObject({ certain: false, candidates: [{ item: { id: item.id }, old: false }] })
  expect(lines[0]?.candidates[0]?.words).not.toContain('一年')
  await dateLines(w.editor, { listId: id, adoptedOn: DAY }, arrival(NOW))
  expect((await linesOf(id))[0]?.candidates[0]).toMatchObject({ item: { id: item.id }, old: true })
})
