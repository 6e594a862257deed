import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { audit, textSources } from '@/db/schema'
import { TEXT_DAY, textDesk } from '@/lib/testing/texts'
import { arrival, auditEntriesOf, directly, type World, world } from '@/lib/testing/world'
import { moveSource } from './sources'
import { mergeItems } from './texts'

let w: World
beforeAll(async () => {
  w = await world()
})

const { threeItems, made, merged, saved, graded } = textDesk(() => w)

test('every change is in the log, and no word that anybody wrote', async () => {
  const items = await threeItems()
  const entries = await auditEntriesOf(async () => {
    const id = await merged(items, '不进日志的综合标题')
    await saved(id, 1, '不进日志的改后标题', '不进日志的改后正文。')
    await moveSource(w.editor, { id, itemId: items[1] ?? '', verb: 'up' }, arrival(TEXT_DAY))
    await graded(id)
    await made(items[0] ?? '')
  })
  expect(entries.map(({ verb }) => verb)).toEqual([
    ...['text.merge', 'text.save', 'text.move', 'item.grade', 'item.grade', 'item.grade', 'text.grade', 'text.make'],
  ])
  await directly(async (tx) => {
    expect(JSON.stringify(await tx.select().from(audit))).not.toContain('不进日志')
  })
})

test('a write repeated under its key makes nothing twice', async () => {
  const items = await threeItems()
  const once = arrival(TEXT_DAY)
  const input = { title: '样例重发', items }
  expect(await mergeItems(w.editor, input, once)).toEqual(await mergeItems(w.editor, input, once))
  const rows = await db()
    .select()
    .from(textSources)
    .where(eq(textSources.itemId, items[0] ?? ''))
  expect(rows).toHaveLength(1)
})
