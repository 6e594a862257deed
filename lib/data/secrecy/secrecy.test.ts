import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeAnchors } from '@/db/anchors'
import { db } from '@/db/client'
import { isolatedWords, items, itemVersions, textVersions } from '@/db/schema'
import { noteAccess, writeAccesses } from '@/lib/auth/accesses'
import { operator } from '@/lib/auth/viewer'
import { addressAsked } from '@/lib/domain/office/access'
import type { Quarter } from '@/lib/domain/time/quarter'
import { settleIndex } from '@/lib/testing/indexing'
import { anAttachment, anItem, arrival, graded, PASSWORD, refusal, type World, world } from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { openAttachment } from '../attachments/attachments'
import { drilldown } from '../figures/drilldown'
import { rankingOf } from '../figures/figures'
import { save, sendBack, submit } from '../items/items'
import { inbox } from '../items/lists'
import { openItem } from '../items/open'
import { verifyLog } from '../office/verify'
import { textOf } from '../texts/reading'
import { editItem, mergeItems, saveText } from '../texts/texts'
import { copiesOf } from './copies'
import { isolate, lift, purge } from './isolations'
import { isolatedFiles, isolatedTexts, isolationsFor, itemReported, openIsolatedFile } from './reading'

const Q1 = '2026Q1' as Quarter
const DAY = '2026-02-02'
let w: World
beforeAll(async () => {
  w = await world()
})

/** An item that says a word everywhere: text, file, edited text, history. */
/** `more`: no unit sends the same text twice. */
async function leaky(word: string, more = '') {
  const file = anAttachment(`${word}.txt`, `附件里的${word}`)
  const item = anItem({ title: `题${word}`, body: `文${word}${more}`, author: `撰${word}`, signer: `签${word}` })
  const { id, ref } = await submit(w.clerk, item, arrival(DAY), [file])
  const adoption = await graded(w.editor, id, DAY)
  const text = (await editItem(w.editor, { id }, arrival(DAY))).id
  await saveText(w.editor, { id: text, version: 1, title: `改${word}`, body: `改${word}` }, arrival(DAY))
  await settleIndex()
  return { id, ref, text, file, adoption, attachment: (await openItem(w.editor, id)).attachments[0]?.id ?? '' }
}
const asked = { reason: '发现标密', current: PASSWORD }
const isolated = async (itemId: string, attachmentId = '') =>
  (await isolate(w.securityAdmin, { itemId, attachmentId, ...asked }, arrival('2026-02-03'))).id
const lifted = (id: string) => lift(w.securityAdmin, { id, ...asked }, arrival('2026-02-04'))
const purged = (id: string, instruction = '区保密办〔2026〕1号') =>
  purge(w.securityAdmin, { id, instruction, seen: 'yes', current: PASSWORD }, arrival('2026-02-05'))

/** All that anybody but the security administrator can read of an item, as one text. */
async function seen({ id, text }: { id: string; text: string }): Promise<string> {
  const read = await Promise.all([
    ...[w.clerk, w.editor, w.reader].map((viewer) => openItem(viewer, id)),
    drilldown(w.reader, Q1, { figure: 'items', unitId: 'dept' }),
    inbox(w.editor, { state: 'all' }),
    textOf(w.editor, text),
    db().select().from(items).where(eq(items.id, id)),
    db().select().from(itemVersions).where(eq(itemVersions.itemId, id)),
    db().select().from(textVersions).where(eq(textVersions.textId, text)),
  ])
  return JSON.stringify(read)
}
const found = async (text: string) => (await inbox(w.editor, { text, state: 'all' })).rows.map(({ id }) => id)
const counts = async () => JSON.stringify((await rankingOf(w.reader, Q1)).tables)
const clean = async () => {
  await writeAccesses()
  writeAnchors()
  expect((await verifyLog(operator())).findings).toEqual([])
}

describe('an isolated item', () => {
  test('is read by nobody, found by no word, counts as before, and comes back as it was', async () => {
    const word = '松涛'
    const one = await leaky(word)
    const [before, figures] = [await seen(one), await counts()]
    const id = await isolated(one.id)
    for (const step of [async () => undefined, settleIndex]) {
      await step()
      expect(await seen(one)).not.toContain(word)
      expect(await found(word)).toEqual([])
    }
    expect((await openItem(w.reader, one.id)).item.title).toBe('该信息已隔离')
    for (const viewer of [w.clerk, w.editor, w.reader])
      expect((await refusal(openAttachment(viewer, one.id, one.attachment))).code).toBe('not_found')
    expect(await counts()).toBe(figures)
    await clean()
    expect((await isolatedTexts(w.securityAdmin, id)).map(({ text }) => text).join()).toContain(`文${word}`)
    expect(await isolatedFiles(w.securityAdmin, id)).toMatchObject([{ id: one.attachment, name: `${word}.txt` }])
    const file = await openIsolatedFile(w.securityAdmin, id, one.attachment)
    expect([file.name, file.bytes.toString()]).toEqual([`${word}.txt`, `附件里的${word}`])
    for (const viewer of [w.clerk, w.editor, w.reader, w.systemAdmin, w.auditAdmin])
      expect((await refusal(openIsolatedFile(viewer, id, one.attachment))).code).toBe('forbidden')
    await lifted(id)
    await settleIndex()
    expect(await seen(one)).toBe(before)
    expect(await found(word)).toEqual([one.id])
    expect((await openAttachment(w.editor, one.id, one.attachment)).bytes.toString()).toContain(word)
    await clean()
  })

  test('is written on by nobody, though what was scored may be taken back', async () => {
    const one = await leaky('柏影')
    await isolated(one.id)
    const { version } = (await openItem(w.editor, one.id)).item
    const tries = [
      () => sendBack(w.editor, { id: one.id, version, reason: '请改' }, arrival()),
      () => save(w.clerk, anItem({ id: one.id, version }), arrival()),
      () => saveText(w.editor, { id: one.text, version: 2, title: '甲', body: '乙' }, arrival()),
    ]
    for (const work of tries) expect(await refusal(work())).toMatchObject({ code: 'conflict' })
    await revokeAdoption(w.editor, { adoptionId: one.adoption, reason: '重复登记' }, arrival())
    await clean()
  })

  test('a draft too, and of an item one attachment alone', async () => {
    const draft = anItem({ title: '未报的竹溪' })
    await save(w.clerk, draft, arrival(DAY))
    await isolated(draft.id)
    expect((await openItem(w.clerk, draft.id)).item.title).toBe('该信息已隔离')
    const one = await leaky('梅坞')
    const id = await isolated(one.id, one.attachment)
    const opened = await openItem(w.editor, one.id)
    expect(opened.item.title).toBe('题梅坞')
    expect(opened.attachments.map(({ name }) => name)).toEqual(['已隔离的附件'])
    expect((await refusal(openAttachment(w.editor, one.id, one.attachment))).code).toBe('not_found')
    const again = () => save(w.townClerk, anItem(), arrival(DAY), [{ ...one.file, name: '改名.txt' }])
    expect(await refusal(again())).toMatchObject({ fields: { attachments: expect.stringContaining('已隔离') } })
    await lifted(id)
    await again()
    expect((await openItem(w.editor, one.id)).attachments.map(({ name }) => name)).toEqual(['梅坞.txt'])
  })

  test('a 综合 of two isolated items comes back with the last of them', async () => {
    const [a, b] = [await leaky('兰溪'), await leaky('荷塘')]
    const { id } = await mergeItems(w.editor, { title: '合兰溪荷塘', items: [a.id, b.id] }, arrival(DAY))
    const [first, second] = [await isolated(a.id), await isolated(b.id)]
    await lifted(first)
    expect((await textOf(w.editor, id)).title).toBe('该信息已隔离')
    await lifted(second)
    expect((await textOf(w.editor, id)).title).toBe('合兰溪荷塘')
    await clean()
  })
})

describe('purging', () => {
  test('leaves no word and no file, but the figures and a clean log; it cannot be undone', async () => {
    const word = '枫桥'
    const one = await leaky(word)
    const figures = await counts()
    const place = join(process.env.DATA_DIR ?? '', 'attachments', one.file.sha256.slice(0, 2), one.file.sha256)
    const id = await isolated(one.id)
    await settleIndex()
    const copies = await copiesOf(w.securityAdmin, id)
    for (const what of [
      '信息的标题',
      '各次报送的留存稿',
      '附件的名称',
      '编辑稿和综合',
      '编辑稿的历史稿',
      '检索索引',
      '个人电脑',
    ])
      expect(copies.map((copy) => copy.what).join()).toContain(what)
    expect(existsSync(place)).toBe(true)
    await purged(id)
    expect(existsSync(place)).toBe(false)
    expect(await db().select().from(isolatedWords).where(eq(isolatedWords.isolationId, id))).toEqual([])
    expect(await seen(one)).not.toContain(word)
    expect((await openItem(w.clerk, one.id)).item.title).toBe('该信息已清除')
    expect(await counts()).toBe(figures)
    expect((await refusal(lifted(id))).message).toContain('已清除')
    expect((await isolationsFor(w.securityAdmin)).find((row) => row.id === id)).toMatchObject({
      state: 'purged',
      ref: one.ref,
    })
    await clean()
  })

  test('keeps a file that another item needs, and says which', async () => {
    const [a, b] = [await leaky('同文'), await leaky('同文', '又一条')]
    const place = join(process.env.DATA_DIR ?? '', 'attachments', a.file.sha256.slice(0, 2), a.file.sha256)
    const id = await isolated(a.id)
    expect((await copiesOf(w.securityAdmin, id)).map(({ where }) => where).join()).toContain(`同一文件还附在${b.ref}`)
    await purged(id)
    expect(existsSync(place)).toBe(true)
    await purged(await isolated(b.id))
    expect(existsSync(place)).toBe(false)
  })
})

test('the list of copies names who read it and who took its file, as the access log knows', async () => {
  const [one, other] = [await leaky('芦汀'), await leaky('鹤岭')]
  const asked = { id: one.id, attachment: one.attachment }
  noteAccess(w.reader, 'file.download', [
    addressAsked('/items/[id]/attachments/[attachment]', asked, new URLSearchParams()),
  ])
  for (const item of [one, other]) await openItem(w.reader, item.id)
  await writeAccesses()
  const named = async (id: string) =>
    (await copiesOf(w.securityAdmin, id)).flatMap(({ what, where }) => (what === '查阅记录' ? [where] : []))
  const whole = await named(await isolated(one.id))
  for (const words of [
    `${w.editor.name}（${w.editor.login}）查看全文`,
    `${w.reader.name}（${w.reader.login}）下载附件`,
  ])
    expect(whole.filter((where) => where.startsWith(words))).toHaveLength(1)
  expect((await named(await isolated(other.id, other.attachment))).join()).not.toContain('下载附件')
  await clean()
})

describe('only the security administrator', () => {
  test('isolates, with the own password and a reason, and finds an item by number or address without a word of it', async () => {
    const one = await leaky('云岭')
    for (const viewer of [w.clerk, w.editor, w.reader, w.systemAdmin, w.auditAdmin]) {
      expect((await refusal(isolate(viewer, { itemId: one.id, attachmentId: '', ...asked }, arrival()))).code).toBe(
        'forbidden',
      )
      expect((await refusal(isolationsFor(viewer))).code).toBe('forbidden')
    }
    const wrong = isolate(w.securityAdmin, { itemId: one.id, attachmentId: '', reason: '一', current: '错' }, arrival())
    expect(await refusal(wrong)).toMatchObject({ fields: { current: expect.any(String) } })
    for (const name of [one.ref, `http://127.0.0.1/items/${one.id}?x=1`]) {
      const item = await itemReported(w.securityAdmin, name)
      expect(item).toMatchObject({ id: one.id, ref: one.ref, isolated: false })
      expect(JSON.stringify(item)).not.toContain('云岭')
    }
    expect(await itemReported(w.securityAdmin, '没有')).toBeNull()
  })
})
