import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { itemEvents, items } from '@/db/schema'
import { anItem, arrival, refusal, sent, type World, world } from '@/lib/testing/world'
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
