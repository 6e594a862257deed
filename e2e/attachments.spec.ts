import { type Browser, expect, type Page } from '@playwright/test'
import { Document, Packer, Paragraph } from 'docx'
import { barriers } from './axe'
import { as, fillItem, test } from './people'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const docx = async (name: string, text: string) => ({
  name,
  mimeType: WORD,
  buffer: await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] })),
})
const png = {
  name: '现场照片.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

const field = (page: Page) => page.getByLabel('附件（可不填）')
const send = (page: Page) => page.getByRole('button', { name: '报送', exact: true }).click()

async function noBarrier(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([])
}

/** A new item with a word of its own in an attached document, sent. Gives its address. */
async function submitted(browser: Browser, title: string, word: string): Promise<{ page: Page; address: string }> {
  const page = await as(browser, 'townClerk')
  await page.goto('/items/new')
  await fillItem(page, title)
  await field(page).setInputFiles([await docx('采收明细.docx', `亩产明细：${word}`), png])
  await expect(page.getByText('采收明细.docx')).toBeVisible()
  await expect(page.getByText('1 KB，尚未保存')).toBeVisible()
  await noBarrier(page)
  await send(page)
  await expect(page.getByText('已接收').first()).toBeVisible()
  return { page, address: page.url() }
}

test('a clerk attaches a document and a picture; the editor finds the item by a word of the document and opens both', async ({
  browser,
}) => {
  const [title, word] = ['【样例】带附件的信息', '春见丑橘九百三十二公斤']
  const { page, address } = await submitted(browser, title, word)
  const link = page.getByRole('link', { name: '采收明细.docx' })
  await expect(link).toBeVisible()
  await expect(page.getByRole('link', { name: '现场照片.png' })).toBeVisible()
  await noBarrier(page)

  const editor = await as(browser, 'editor')
  await editor.goto(`/desk?text=${encodeURIComponent(word)}`)
  await expect(editor.getByRole('link', { name: title }).first()).toBeVisible()
  await editor.goto(`/desk/${address.split('/').at(-1)}`)
  const list = editor.getByRole('region', { name: '附件' })
  await expect(list.getByRole('link')).toHaveCount(2)
  await expect(list.getByText('图片内容无法自动检查，请确认不涉密。')).toBeVisible()
  const [download] = await Promise.all([
    editor.waitForEvent('download'),
    list.getByRole('link', { name: '采收明细.docx' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('采收明细.docx')
  const href = (await list.getByRole('link', { name: '现场照片.png' }).getAttribute('href')) ?? ''
  const answer = await editor.request.get(href)
  expect(await answer.body()).toEqual(png.buffer)
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('现场照片.png')}`,
  })
  await noBarrier(editor)

  const stranger = await as(browser, 'clerk')
  expect((await stranger.request.get(href)).status()).toBe(404)
})

test('the desk’s pane shows the attachments of the item that is read', async ({ browser }) => {
  const [title, word] = ['【样例】在阅读栏看附件', '早茶开园四百亩']
  await submitted(browser, title, word)
  const editor = await as(browser, 'editor', { viewport: { width: 1440, height: 900 } })
  await editor.goto(`/desk?text=${encodeURIComponent(word)}`)
  await editor.getByRole('link', { name: title }).first().click()
  await expect(editor.getByRole('region', { name: '附件' }).getByRole('link', { name: '采收明细.docx' })).toBeVisible()
})

test('a refused file is named at its field, and what was typed stays', async ({ browser }) => {
  const page = await as(browser, 'townClerk')
  await page.goto('/items/new')
  await fillItem(page, '【样例】附件不合要求')
  await field(page).setInputFiles({ name: '程序.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') })
  await send(page)
  await expect(page.locator('#fault-attachments')).toContainText('只收 .docx')
  await field(page).setInputFiles(await docx('方案.docx', '机密★10年'))
  await send(page)
  await expect(page.locator('#fault-attachments')).toContainText('机要渠道')
  await expect(page.getByLabel('标题')).toHaveValue('【样例】附件不合要求')
  await expect(page.getByLabel('正文')).toHaveValue(/第二段/)
  await noBarrier(page)
  await field(page).setInputFiles([])
  await send(page)
  await expect(page.getByText('已接收').first()).toBeVisible()
})

test('a saved draft lists its files, warns of words in them, and takes one out', async ({ browser }) => {
  const page = await as(browser, 'townClerk')
  await page.goto('/items/new')
  await page.getByLabel('标题').fill('【样例】存着附件的草稿')
  await field(page).setInputFiles([await docx('须知.docx', '保守工作秘密'), png])
  await page.getByRole('button', { name: '存草稿' }).click()
  const attached = page.getByRole('group', { name: '已附的文件' })
  await expect(attached.getByRole('link')).toHaveCount(2)
  await expect(attached.getByText('“工作秘密”')).toBeVisible()
  await expect(page.getByText('尚未保存')).toHaveCount(0)
  await attached.getByLabel('移除现场照片.png').check()
  await expect(page.getByText('有改动未保存')).toBeVisible()
  await page.getByRole('button', { name: '存草稿' }).click()
  await expect(attached.getByRole('link')).toHaveCount(1)
  await page.reload()
  await expect(attached.getByRole('link', { name: '须知.docx' })).toBeVisible()
  await expect(attached.getByRole('link')).toHaveCount(1)
  await noBarrier(page)
})

test('without JavaScript: a fault keeps what was typed, then a file is attached, taken out, and another sent', async ({
  browser,
}) => {
  const page = await as(browser, 'townClerk', { javaScriptEnabled: false })
  await page.goto('/items/new')
  await page.getByLabel('标题').fill('【样例】无脚本附文件')
  await field(page).setInputFiles(png)
  await send(page)
  await expect(page.getByRole('alert').getByText('请选择信息类型。')).toBeVisible()
  await expect(page.getByText('选择过附件的，请重新选择。')).toBeVisible()
  await expect(page.getByLabel('标题')).toHaveValue('【样例】无脚本附文件')
  await field(page).setInputFiles(png)
  await page.getByRole('button', { name: '存草稿' }).click()
  await expect(page.getByRole('link', { name: '现场照片.png' })).toBeVisible()
  await page.getByLabel('移除现场照片.png').check()
  await fillItem(page, '【样例】无脚本附文件')
  await field(page).setInputFiles(await docx('明细.docx', '无脚本所附'))
  await send(page)
  await expect(page.getByText('已接收').first()).toBeVisible()
  await expect(page.getByRole('link', { name: '明细.docx' })).toBeVisible()
  await expect(page.getByRole('link', { name: '现场照片.png' })).toHaveCount(0)
})
