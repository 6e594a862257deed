import { beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { emptyIndex, waiting } from '@/db/search'
import { directly, sent, world } from '@/lib/testing/world'
import { commandLine } from '../shell/testing'
import { reindexCommand, searchCheckCommand } from './search'

const yanxin = (line: string) => commandLine([reindexCommand, searchCheckCommand], '/', [line])

beforeAll(async () => {
  const w = await world()
  for (const title of ['汛期值守', '春耕备耕']) await sent(w.clerk, '2026-02-01', { title })
  // What the submissions themselves brought into the index is there before it is lost: nothing else indexes meanwhile.
  await vi.waitFor(async () => expect(await db().select().from(waiting)).toEqual([]), { timeout: 60_000 })
  await directly(async (tx) => {
    await emptyIndex(tx)
    await tx.delete(waiting)
  })
})

test('what search would miss is named, one line an item, until the index is built anew', async () => {
  const found = await yanxin('search-check')
  expect(found).toMatchObject({ code: 1, out: '' })
  expect(found.err).toEqual([
    expect.stringMatching(/^检索不到或检索不全：2026Q1-000[12]$/),
    expect.stringMatching(/^检索不到或检索不全：2026Q1-000[12]$/),
    expect.stringContaining('reindex'),
  ])
  expect(await yanxin('reindex')).toEqual({ code: 0, out: '检索索引已重建，共 2 条信息。\n', err: [] })
  expect(await yanxin('search-check')).toEqual({ code: 0, out: '已核对 2 条信息，检索没有遗漏。\n', err: [] })
})
