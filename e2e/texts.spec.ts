import { expect, type Page } from '@playwright/test'
import { barriers } from './axe'
import { as, fillItem, type PEOPLE, test } from './people'

/** Sends an item as its clerk does. Gives its number and its address on the desk. */
async function send(clerk: Page, title: string): Promise<{ ref: string; desk: string; path: string }> {
  await clerk.goto('/items/new')
  await fillItem(clerk, title)
  await clerk.getByRole('button', { name: '报送', exact: true }).click()
  const said = clerk.getByText(/已报送，编号/).first()
  await expect(said).toBeVisible()
  const path = new URL(clerk.url()).pathname
  const ref = /\d{4}Q\d-\d+/.exec(await said.innerText())?.[0] ?? ''
  return { ref, path, desk: path.replace('/items/', '/desk/') }
}

async function clean(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await barriers(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 900 })
}

const body = (page: Page) => page.getByRole('textbox', { name: '正文' })
const title = (page: Page) => page.getByRole('textbox', { name: '标题' })
const bar = (page: Page) => page.getByRole('form', { name: '编辑稿' }).getByRole('status').last()
const originals = (page: Page) => page.getByRole('region', { name: /^来稿原文/ }).getByRole('article')
const versions = (page: Page) => page.getByRole('region', { name: '历次版本' }).getByRole('listitem')
const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true })
const difference = (page: Page) => page.getByRole('region', { name: '与原文对照' })

test('an editor edits an item beside the unit’s original; the difference is marked, every version is kept', async ({
  browser,
}) => {
  const [clerk, editor] = [await as(browser, 'clerk'), await as(browser, 'editor')]
  const { desk, path } = await send(clerk, '【样例】区财政局检查安排')
  await editor.goto(desk)
  await editor.getByRole('button', { name: '编辑', exact: true }).click()
  await expect(editor).toHaveURL(/\/texts\//)
  await expect(title(editor)).toHaveValue('【样例】区财政局检查安排')
  await expect(editor.getByText('与原文一致，没有改动。')).toBeVisible()

  await title(editor).fill('【样例】区财政局部署检查')
  await body(editor).fill('第一段：检查方案已经印发。\n第二段：发现的问题正在整改。\n第三段：成效明显。')
  await expect(bar(editor)).toHaveText('有改动未保存')
  await editor.reload()
  await expect(editor.getByText('已恢复本机上未保存的内容。')).toBeVisible()
  await expect(title(editor)).toHaveValue('【样例】区财政局部署检查')
  await save(editor).click()
  await expect(bar(editor)).toHaveText(/已保存 .*第 2 版/)

  await expect(difference(editor).locator('del', { hasText: '安排' }).first()).toBeVisible()
  await expect(difference(editor).locator('ins', { hasText: '第三段：成效明显。' })).toBeVisible()
  await expect(originals(editor).getByRole('heading')).toHaveText('【样例】区财政局检查安排')
  await clean(editor)

  await editor.getByRole('link', { name: '第 1 版' }).click()
  await expect(editor.getByText('与原文一致，没有改动。')).toBeVisible()
  await expect(title(editor)).toHaveValue('【样例】区财政局部署检查')

  await editor.goto(desk)
  await editor.getByRole('link', { name: '【样例】区财政局部署检查' }).click()
  await expect(editor).toHaveURL(/\/texts\//)
  await clerk.goto(path)
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('【样例】区财政局检查安排')
  await expect(clerk.getByText('部署检查')).toHaveCount(0)
})

test('two editors at once: the second reads the first’s text beside its own, and neither is lost', async ({
  browser,
}) => {
  const [clerk, editor, other] = [
    await as(browser, 'clerk'),
    await as(browser, 'editor'),
    await as(browser, 'senior', { javaScriptEnabled: false }),
  ]
  const { desk } = await send(clerk, '【样例】区财政局两人同改')
  await editor.goto(desk)
  await editor.getByRole('button', { name: '编辑', exact: true }).click()
  await expect(editor).toHaveURL(/\/texts\//)
  await other.goto(editor.url())
  await body(editor).fill('先保存的一稿。')
  await body(other).fill('不用脚本的另一稿。')
  await save(editor).click()
  await expect(bar(editor)).toHaveText(/第 2 版/)

  await save(other).click()
  await expect(other.getByText(/保存了第 2 版，没有覆盖/)).toBeVisible()
  await expect(other.getByRole('region', { name: '第 2 版' })).toContainText('先保存的一稿。')
  await expect(body(other)).toHaveValue('不用脚本的另一稿。')
  await save(other).click()
  await expect(versions(other)).toHaveCount(3)

  await body(editor).fill('先保存的一稿，再改一次。')
  await save(editor).click()
  await expect(editor.getByRole('region', { name: '第 3 版' })).toContainText('不用脚本的另一稿。')
  await expect(body(editor)).toHaveValue('先保存的一稿，再改一次。')
  await clean(editor)
  await save(editor).click()
  await expect(bar(editor)).toHaveText(/第 4 版/)
  await expect(versions(editor)).toHaveCount(4)
})

test('three units’ items are merged into one and graded; each unit reads its own adoption', async ({ browser }) => {
  test.setTimeout(300_000)
  const clerks: (keyof typeof PEOPLE)[] = ['clerk', 'townClerk', 'otherTownClerk']
  const pages = await Promise.all(clerks.map((who) => as(browser, who)))
  const items: { ref: string; path: string }[] = []
  for (const [i, page] of pages.entries()) items.push(await send(page, `【样例】三家合并之${i + 1}`))
  const editor = await as(browser, 'editor')

  await editor.setViewportSize({ width: 1440, height: 900 })
  await editor.goto(`/desk?text=${encodeURIComponent('三家合并')}`)
  await expect(editor.locator('[data-live]')).toBeVisible()
  const boxes = editor.locator('[data-live] tbody input[type="checkbox"]')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await editor.getByRole('link', { name: '合并为综合' }).click()
  await expect(editor.getByRole('list', { name: '所选的信息' }).getByRole('listitem')).toHaveCount(2)
  await editor.getByRole('button', { name: '合并为综合' }).click()
  await expect(editor.getByText('请填写标题。').first()).toBeVisible()
  await editor.getByLabel('综合的标题').fill('【样例】三家情况综合')
  await clean(editor)
  await editor.getByRole('button', { name: '合并为综合' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('【样例】三家情况综合')
  await expect(editor.getByText('由 2 个单位共享')).toBeVisible()

  // The desk lists the newest first: what is missing is what was sent first.
  await editor.getByLabel('加入来稿').fill('2099Q1-0001')
  await editor.getByRole('button', { name: '加入', exact: true }).click()
  await expect(editor.getByText('没有找到编号为').first()).toBeVisible()
  await editor.getByLabel('加入来稿').fill(items[0]?.ref ?? '')
  await editor.getByRole('button', { name: '加入', exact: true }).click()
  await expect(editor.getByText('由 3 个单位共享')).toBeVisible()
  await editor.getByRole('button', { name: `上移：${items[0]?.ref}` }).click()
  await expect(originals(editor).nth(1)).toContainText(items[0]?.ref ?? '')
  await clean(editor)

  await editor.getByRole('button', { name: '登记采用' }).click()
  await expect(editor.getByText('请选择采用类别。').first()).toBeVisible()
  await editor.getByLabel('区级采用·信息').check()
  await editor.getByLabel('刊物（可不填）').fill('样例综合信息')
  await editor.getByRole('button', { name: '登记采用' }).click()
  await expect(editor.getByText(/已登记：.*共 3 项/)).toBeVisible()
  await expect(editor.locator('[data-adopted="stands"]')).toHaveCount(3)
  await expect(editor.getByRole('button', { name: /移出/ })).toHaveCount(0)
  await clean(editor)

  for (const [i, page] of pages.entries()) {
    await page.goto(items[i]?.path ?? '')
    await expect(page.getByText('《样例综合信息》').first()).toBeVisible()
    expect(await page.locator('main').innerText()).not.toContain(items[(i + 1) % 3]?.ref)
  }
  await editor.goto('/texts?which=several')
  await expect(editor.getByRole('link', { name: '【样例】三家情况综合' }).first()).toBeVisible()
  await clean(editor)
})

test('a source that its unit withdrew refuses the whole adoption and is named', async ({ browser }) => {
  const [clerk, town, editor] = [
    await as(browser, 'clerk'),
    await as(browser, 'townClerk'),
    await as(browser, 'editor', { javaScriptEnabled: false }),
  ]
  const [one, two] = [await send(clerk, '【样例】撤回之一'), await send(town, '【样例】撤回之二')]
  await editor.goto('/texts')
  await editor.getByLabel('综合的标题').fill('【样例】其中一条撤回')
  await editor.getByLabel('信息编号').fill(`${one.ref}\n${two.ref}`)
  await editor.getByRole('button', { name: '合并为综合' }).click()
  await expect(editor.getByText('由 2 个单位共享')).toBeVisible()
  await town.goto(two.path)
  await town.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(town.getByRole('button', { name: '撤回', exact: true })).toHaveCount(0)

  await editor.getByLabel('区级采用·信息').check()
  await editor.getByRole('button', { name: '登记采用' }).click()
  await expect(editor.getByText(new RegExp(`${two.ref}：只有已接收的信息可以登记采用`)).first()).toBeVisible()
  await expect(editor.locator('[data-adopted]')).toHaveCount(0)
  await editor.getByRole('button', { name: '放弃编辑稿' }).click()
  await expect(editor.getByText('已放弃，各版内容保留，可以恢复。')).toBeVisible()
  await editor.getByRole('button', { name: '恢复编辑稿' }).click()
  await expect(save(editor)).toBeVisible()
})
