import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { itemEvents, items } from '@/db/schema'
import { anAttachment, anItem, arrival, refusal, sent, type World, world } from '@/lib/testing/world'
import { attachmentsOf } from '../attachments/attachments'
import { sendBack, submit, withdraw } from './items'

let w: World
beforeAll(async () => {
  w = await world()
})

test('a text that its unit sent word for word before is stopped, with the way to that one', async () => {
  const { id, ref, version } = await sent(w.clerk, '2026-05-05', { title: '样例同文', body: '一字不差。' })
  const twin = { title: '样例同文', body: '一字不差。' }
  const again = () => submit(w.colleague, anItem(twin), arrival('2026-05-06'))
  const fault = await again().catch((error: unknown) => error)
  expect(fault).toMatchObject({ code: 'invalid', see: { href: `/items/${id}`, name: `查看 ${ref}` } })
  expect(await submit(w.otherClerk, anItem(twin), arrival('2026-05-06'))).toBeTruthy()
  await withdraw(w.clerk, { id, version }, arrival('2026-05-07'))
  expect(await again()).toBeTruthy()
})

test('what was sent back comes again as it was only with a reason, which its history tells', async () => {
  const { id, version } = await sent(w.clerk, '2026-05-05', { title: '样例原样' })
  const [{ body = '' } = {}] = await db().select().from(items).where(eq(items.id, id))
  await sendBack(w.editor, { id, version, reason: '请核实' }, arrival('2026-05-06'))
  const same = anItem({ id, version: version + 1, title: '样例原样', body })
  expect((await refusal(submit(w.clerk, same, arrival('2026-05-07')))).fields).toEqual({
    unchanged: '请写明未作修改的理由。',
  })
  await submit(w.clerk, { ...same, unchanged: '已核实，数据无误' }, arrival('2026-05-07'))
  const events = await db().select().from(itemEvents).where(eq(itemEvents.itemId, id)).orderBy(itemEvents.at)
  expect(events.at(-1)).toMatchObject({ verb: 'submit', reason: '未作修改，理由：已核实，数据无误' })
})

test('with another file, or one taken out, it is no longer what was sent back', async () => {
  const { id, version } = await sent(w.clerk, '2026-05-05', { title: '样例附件' })
  const [{ body = '' } = {}] = await db().select().from(items).where(eq(items.id, id))
  const again = (n: number, files: Parameters<typeof submit>[3], removed?: string[]) =>
    submit(w.clerk, anItem({ id, version: n, title: '样例附件', body, removed }), arrival('2026-05-07'), files)
  await sendBack(w.editor, { id, version, reason: '请附表' }, arrival('2026-05-06'))
  await again(version + 1, [anAttachment('表.txt', '样例')])
  await sendBack(w.editor, { id, version: version + 2, reason: '请撤下附表' }, arrival('2026-05-08'))
  const [file] = await attachmentsOf(w.clerk, id)
  await again(version + 3, [], [file?.id ?? ''])
  expect(await attachmentsOf(w.clerk, id)).toEqual([])
})
