import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { chineseDate, dayOfInstant, quarterOfInstant } from '@/lib/domain/time/quarter'
import { docxText } from '@/lib/files/base/read-docx'
import { barriers } from './axe'
import { as, fillItem, test } from './people'

const now = Date.now()
const quarter = quarterOfInstant(now)
const today = dayOfInstant(now)
const TITLES = ['【样例】区财政局推行预算绩效管理', '【样例】中和镇组织冬春蓄水保灌']

/** Sends an item as its clerk does. Gives its address. */
async function send(clerk: Page, title: string): Promise<string> {
  await clerk.goto('/items/new')
  await fillItem(clerk, title)
  await clerk.getByRole('button', { name: '报送', exact: true }).click()
  await expect(clerk.getByText(/已报送，编号/).first()).toBeVisible()
  return new URL(clerk.url()).pathname
}

/** What the ranking says of the adoptions of a town. */
async function adoptionsOfTown(page: Page): Promise<string> {
  await page.goto(`/ranking/${quarter}`)
  return page
    .getByRole('table', { name: /镇、街道采用/ })
    .getByRole('row', { name: /中和镇/ })
    .innerText()
}

/** Defines a publication and begins an edition of it. */
async function begin(editor: Page, name: string): Promise<void> {
  await editor.goto('/publications')
  await editor.getByLabel('刊物名称').fill(name)
  await editor.getByLabel('主办单位').fill('样例区人民政府办公室')
  await editor.getByRole('button', { name: '设立刊物' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(`《${name}》`)
  await editor.getByRole('button', { name: '编新的一期' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(`《${name}》${today.slice(0, 4)}年第1期`)
}

/** The box with which an item is ticked. */
function box(page: Page, title = '') {
  return page.getByRole('checkbox', { name: title })
}

async function clean(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await barriers(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 900 })
}

test('an editor composes an edition, looks at its pages, keeps the Word file and releases it; the units read it', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const [clerk, town, editor, reader] = [
    await as(browser, 'clerk'),
    await as(browser, 'townClerk'),
    await as(browser, 'editor'),
    await as(browser, 'reader'),
  ]
  const paths = [await send(clerk, TITLES[0] ?? ''), await send(town, TITLES[1] ?? '')]
  const before = await adoptionsOfTown(reader)

  await begin(editor, '样例信息')
  await expect(editor.getByText('本期还没有编入内容。')).toBeVisible()
  await editor.getByLabel('标题、正文、撰稿人、单位').fill('样例 预算绩效管理')
  await editor.getByRole('button', { name: '检索' }).click()
  await box(editor, TITLES[0]).check()
  await editor.getByRole('button', { name: '编入本期' }).click()
  await expect(editor.getByText('已编入 1 条。')).toBeVisible()
  await expect(box(editor, TITLES[0])).toBeDisabled()
  await editor.getByRole('link', { name: '看全部' }).click()
  await box(editor, TITLES[1]).check()
  await editor.getByRole('button', { name: '编入本期' }).click()
  await expect(editor.getByText('已编入 1 条。')).toBeVisible()
  await expect(editor.getByRole('heading', { name: '本期内容（2 条）' })).toBeVisible()

  const entries = editor.getByRole('region', { name: /^本期内容/ }).locator('ol > li > strong')
  await expect(entries).toHaveText(TITLES)
  await editor.getByRole('button', { name: `上移：${TITLES[1]}` }).click()
  await expect(entries).toHaveText(TITLES.toReversed())

  const paper = editor.getByRole('region', { name: '版面预览' })
  for (const words of ['样例信息', '第1期', '本期要目', chineseDate(today), '（区财政局供稿）', '（中和镇供稿）'])
    await expect(paper.getByText(words, { exact: true }).first(), words).toBeVisible()
  await clean(editor)

  const waiting = editor.waitForEvent('download')
  await editor.getByRole('link', { name: 'Word 文档' }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe(`样例信息${today.slice(0, 4)}年第1期.docx`)
  const text = await docxText('刊物.docx', readFileSync(await file.path()))
  for (const words of [...TITLES, '（区财政局供稿）']) expect(text).toContain(words)

  await editor.getByRole('button', { name: '发刊' }).click()
  await expect(editor.getByText('已发刊', { exact: true })).toBeVisible()
  await expect(editor.getByText('中和镇：已登记采用')).toBeVisible()
  await expect(editor.getByRole('button', { name: '编入本期' })).toHaveCount(0)
  await clean(editor)

  for (const [i, page] of [clerk, town].entries()) {
    await page.goto(paths[i] ?? '')
    const words = `区级采用·信息，${chineseDate(today)}，《样例信息》第1期`
    await expect(page.getByText(words).first()).toBeVisible()
  }
  expect(await adoptionsOfTown(reader)).not.toBe(before)

  await reader.goto('/publications')
  await reader.getByRole('link', { name: '《样例信息》' }).click()
  await expect(reader.getByRole('table', { name: /各期/ })).toContainText('已发刊')
  await clean(reader)
  await reader.getByRole('link', { name: /年第1期/ }).click()
  await expect(
    reader
      .getByRole('region', { name: '版面预览' })
      .getByText(TITLES[0] ?? '')
      .first(),
  ).toBeVisible()
  await clean(reader)
})

test('what stands in the way is said before and at the release, and nothing is recorded; without scripts too', async ({
  browser,
}) => {
  const town = await as(browser, 'townClerk')
  const title = '【样例】中和镇随后撤回的信息'
  const path = await send(town, title)
  const editor = await as(browser, 'editor', { javaScriptEnabled: false })
  await begin(editor, '样例简讯')
  await editor.getByRole('button', { name: '编入本期' }).click()
  await expect(editor.getByText('没有勾选要编入的信息或编辑稿。').first()).toBeVisible()
  await box(editor, title).check()
  await editor.getByRole('button', { name: '编入本期' }).click()
  await expect(editor.getByRole('heading', { name: '本期内容（1 条）' })).toBeVisible()
  const stale = await as(browser, 'senior', { javaScriptEnabled: false })
  await stale.goto(editor.url())
  await expect(stale.getByRole('button', { name: '发刊' })).toBeVisible()

  await town.goto(path)
  await town.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(town.getByRole('button', { name: '撤回', exact: true })).toHaveCount(0)

  await stale.getByRole('button', { name: '发刊' }).click()
  await expect(stale.getByText('没有发刊，也没有登记任何采用：')).toBeVisible()
  await stale.goto(new URL(editor.url()).pathname)
  await expect(stale.getByText('发刊前还需要：')).toBeVisible()
  await expect(stale.getByRole('button', { name: '发刊' })).toHaveCount(0)
  await stale.locator('summary', { hasText: '放弃本期' }).click()
  await stale.getByRole('button', { name: '放弃本期' }).click()
  await expect(stale.getByText('已放弃')).toBeVisible()
})
