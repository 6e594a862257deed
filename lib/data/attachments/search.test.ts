import { Document, Packer, Paragraph } from 'docx'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '@/db/client'
import { attachments } from '@/db/schema'
import { waiting } from '@/db/search'
import { operator } from '@/lib/auth/viewer'
import { readAttachments } from '@/lib/files/attachments/attachments'
import { settleIndex } from '@/lib/testing/indexing'
import { anAttachment, anItem, arrival, type World, world } from '@/lib/testing/world'
import { sendBack, submit } from '../items/items'
import { inbox } from '../items/lists'
import { missing, reindex } from '../search/upkeep'
import { attachmentsOf } from './attachments'

let w: World
beforeAll(async () => {
  w = await world()
})

const find = async (text: string) => (await inbox(w.editor, { text, state: 'all' })).rows.map(({ id }) => id)
const idOf = async (viewer: World['clerk'], itemId: string, name: string) =>
  (await attachmentsOf(viewer, itemId)).find((one) => one.name === name)?.id ?? ''

describe('search', () => {
  test('finds an item by the name of a file and by its text, at once and when it is indexed', async () => {
    const file = anAttachment('蚕桑台账.txt', '鲜茧收购价')
    const { id } = await submit(w.townClerk, anItem(), arrival('2026-03-01'), [file])
    for (const step of [async () => undefined, settleIndex]) {
      await step()
      for (const text of ['蚕桑台账', '鲜茧', '“茧收购价”', '样例标题 鲜茧'])
        expect(await find(text), text).toContain(id)
      expect(await find('鲜收茧')).toEqual([])
    }
  })

  test('finds an item by a word that stands in a Word document alone, until it is sent again without it', async () => {
    const document = new Document({ sections: [{ children: [new Paragraph('早茶开园四百亩')] }] })
    const files = await readAttachments([{ name: '茶.docx', bytes: await Packer.toBuffer(document) }])
    const { id } = await submit(w.clerk, anItem(), arrival('2026-03-01'), files)
    expect(await find('早茶开园')).toEqual([id])
    await sendBack(w.editor, { id, version: 1, reason: '附件有误' }, arrival('2026-03-02'))
    const removed = [await idOf(w.clerk, id, '茶.docx')]
    await submit(w.clerk, anItem({ id, version: 2, removed }), arrival('2026-03-03'))
    for (const step of [async () => undefined, settleIndex]) {
      await step()
      expect(await find('早茶开园')).toEqual([])
    }
  })

  test('is built anew with the attachments, and its check knows them', async () => {
    const { id } = await submit(w.clerk, anItem(), arrival('2026-03-02'), [anAttachment('茶园.txt', '明前茶开采')])
    await reindex(operator(), () => undefined)
    expect(await db().select().from(waiting)).toEqual([])
    expect(await find('明前茶')).toEqual([id])
    expect((await missing(operator(), () => undefined)).missed).toEqual([])
  })

  test('queues an item whose attachment alone is changed', async () => {
    const { id } = await submit(w.clerk, anItem(), arrival('2026-03-03'), [anAttachment('单独.txt', '单独')])
    await settleIndex()
    await transaction(async (tx) => {
      await tx.update(attachments).set({ text: '换过的' }).where(eq(attachments.itemId, id))
    })
    expect(await db().select().from(waiting)).toEqual([{ itemId: id }])
    expect(await find('换过的')).toEqual([id])
    await settleIndex()
  })
})
