import { beforeAll, expect, test } from 'vitest'
import { arrival, graded, refusal, sent, type World, world } from '@/lib/testing/world'
import { adoptionsOf } from '../adoptions/reading'
import { upperList } from './lists'
import { postLines, receiveList, takeBackList } from './upper'

const NOW = Date.parse('2026-06-01T09:00:00+08:00')
const usual = { kind: 'city_full', adoptedOn: '2026-05-20', publication: '样例专报', issueNo: null } as const
let w: World
beforeAll(async () => {
  w = await world()
})

/** A list of these titles. */
async function taken(titles: readonly string[]) {
  const rows = titles.map((cell, i) => ({ line: i + 1, cells: [cell] }))
  const read = { tables: [{ file: '粘贴的文字', rows }], faults: [] }
  const { id } = await receiveList(w.editor, { ...usual, name: '样例清单' }, read, arrival(NOW))
  return { id, lines: (await upperList(w.editor, id, NOW)).open }
}
const post = (listId: string, lineId: string | undefined, itemId: string, again = false) =>
  postLines(w.editor, { listId, choices: [{ lineId: lineId ?? '', itemId, ref: null, again }] }, arrival(NOW))

test('an item that was adopted in the kind on another day is named, and posted once it is said so', async () => {
  const title = '样例一局减税降费落实见效的经验做法'
  const { id: itemId } = await sent(w.clerk, '2026-05-05', { title })
  await graded(w.editor, itemId, '2026-05-10', { kind: 'city_full' })
  const { id, lines } = await taken([title])
  expect(lines[0]?.certain).toBe(false)
  expect(lines[0]?.candidates[0]).toMatchObject({ recorded: false, before: '市级采用·信息，2026年5月10日' })
  const [refused] = await post(id, lines[0]?.id, itemId)
  expect(refused).toMatchObject({ done: false, asks: true })
  expect(refused?.words).toContain('再登记一次？报送单位另计 10 分。')
  expect(await post(id, lines[0]?.id, itemId, true)).toMatchObject([{ done: true }])
  expect(await adoptionsOf(w.editor, [itemId])).toHaveLength(2)
})

test('a list that was misread is taken back whole as long as nothing of it is posted', async () => {
  const title = '样例一局打好秸秆禁烧组合拳的经验做法'
  const { id: itemId } = await sent(w.clerk, '2026-05-05', { title })
  const { id } = await taken([title, '毫无关联之物事'])
  expect((await refusal(takeBackList(w.clerk, { listId: id }, arrival(NOW)))).code).toBe('forbidden')
  expect(await takeBackList(w.editor, { listId: id }, arrival(NOW))).toEqual({ lines: 2 })
  const gone = await upperList(w.editor, id, NOW)
  expect(gone).toMatchObject({ open: [], closed: [{ state: 'dropped' }, { state: 'dropped' }] })
  const other = await taken([title, '毫无关联之物事'])
  await post(other.id, other.lines[0]?.id, itemId)
  expect((await refusal(takeBackList(w.editor, { listId: other.id }, arrival(NOW)))).message).toContain('已有登记')
})
