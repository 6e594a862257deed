import { expect, type Locator, type Page } from '@playwright/test'
import { as, fillItem, PASSWORD, test } from './people'

/** The form with this button, unfolded where it is folded. */
async function unfolded(page: Page, button: string): Promise<Locator> {
  const own = page.getByRole('button', { name: button, exact: true, includeHidden: true })
  const form = page.locator('form').filter({ has: own })
  const summary = form.locator('summary')
  if ((await summary.count()) > 0) await summary.first().click()
  return form
}

/** Fills in what an act of this kind asks for, and does it. */
async function act(page: Page, button: string, words: Readonly<Record<string, string>>): Promise<void> {
  const form = await unfolded(page, button)
  for (const box of await form.getByRole('checkbox').all()) await box.check()
  for (const [label, typed] of Object.entries(words)) await form.getByLabel(label).fill(typed)
  await form.getByLabel('您本人的密码').fill(PASSWORD)
  await form.getByRole('button', { name: button, exact: true }).click()
}

test('what slipped through is isolated by its address, read by nobody else, and put back or purged', async ({
  browser,
}) => {
  const town = await as(browser, 'townClerk')
  await town.goto('/items/new')
  const title = '【样例】误报的信息'
  await fillItem(town, title)
  await town.getByRole('button', { name: '报送', exact: true }).click()
  await expect(town.getByText('已接收').first()).toBeVisible()
  const address = town.url()

  const security = await as(browser, 'security')
  await security.goto('/')
  await security.getByRole('link', { name: '隔离与清除' }).first().click()
  await security.getByLabel('信息编号，或信息页面的网址').fill(address)
  await security.getByRole('button', { name: '查找' }).click()
  await expect(security.getByText(title)).toHaveCount(0)
  await act(security, '立即隔离', { 原因: '镇上来电报告' })
  await expect(security.getByRole('heading', { name: /^已隔离：信息/ })).toBeVisible()
  await expect(security.getByRole('table', { name: '副本存放处' })).toContainText('各次报送的留存稿')

  const editor = await as(browser, 'editor')
  await editor.goto(`/desk/${address.split('/').at(-1)}`)
  await expect(editor.getByRole('heading', { name: '该信息已隔离' })).toBeVisible()
  await expect(editor.getByText('该信息已由安全管理员隔离，不能办理。')).toBeVisible()
  await expect(editor.locator('main form')).toHaveCount(1) // of what was scored, which may be taken back
  await town.goto(address)
  await expect(town.getByText(title)).toHaveCount(0)

  await act(security, '解除隔离', { 解除的原因: '经核实不涉密' })
  await expect(security.getByText('已解除：信息').first()).toBeVisible()
  await town.goto(address)
  await expect(town.getByText(title).first()).toBeVisible()

  await security.goto(`/isolations?item=${encodeURIComponent(address)}`)
  await act(security, '立即隔离', { 原因: '再次核实为涉密' })
  await expect(security.getByRole('heading', { name: /^已隔离：信息/ })).toBeVisible()
  await act(security, '清除', { 保密办的要求: '样例〔2020〕1号' })
  await expect(security.getByText('已清除：信息').first()).toBeVisible()
  await town.goto(address)
  await expect(town.getByText('该信息已清除').first()).toBeVisible()
})
