import { expect, type Page } from '@playwright/test'
import { quarterOfInstant } from '@/lib/domain/time/quarter'
import { as, fillItem, test } from './people'

const quarter = quarterOfInstant(Date.now())

/** Sends an item as its clerk does, from the form at `address`. Gives its number and its own address. */
async function send(clerk: Page, title: string, address = '/items/new'): Promise<{ ref: string; path: string }> {
  await clerk.goto(address)
  await fillItem(clerk, title)
  await clerk.getByRole('button', { name: '报送', exact: true }).click()
  await expect(clerk.getByText(/已报送，编号/).first()).toBeVisible()
  const words = await clerk
    .getByText(/已报送，编号/)
    .first()
    .innerText()
  return { ref: /\d{4}Q\d-\d+/.exec(words)?.[0] ?? '', path: new URL(clerk.url()).pathname }
}

/** How many items the ranking says the town sent this quarter. */
async function counted(page: Page): Promise<number> {
  await page.goto(`/ranking/${quarter}`)
  const row = page.getByRole('table', { name: /镇、街道报送/ }).getByRole('row', { name: /中和镇/ })
  return Number((await row.locator('td').allInnerTexts())[3])
}

/** Opens an item on the desk and unfolds a form of its own name. */
async function unfold(editor: Page, path: string, name: string): Promise<void> {
  await editor.goto(path.replace('/items/', '/desk/'))
  await editor.locator('summary', { hasText: name }).click()
}

test('an editor rules one item a duplicate and one not used; the unit reads why, the ranking moves by exactly one', async ({
  browser,
}) => {
  const [clerk, other, editor, reader] = [
    await as(browser, 'townClerk'),
    await as(browser, 'clerk'),
    await as(browser, 'editor'),
    await as(browser, 'reader'),
  ]
  const foreign = await send(other, '【样例】区财政局的灌溉资金拨付情况')
  const repeated = await send(clerk, '【样例】中和镇灌溉资金拨付情况')
  const unused = await send(clerk, '【样例】中和镇召开工作例会')
  const before = await counted(reader)

  await unfold(editor, repeated.path, '定为重复')
  await editor.getByLabel('所重复信息的编号').fill(repeated.ref)
  await editor.getByRole('button', { name: '定为重复' }).click()
  await expect(editor.getByText('不能与自身重复').first()).toBeVisible()
  await editor.getByLabel('所重复信息的编号').fill(foreign.ref)
  await editor.getByRole('button', { name: '定为重复' }).click()
  await expect(editor.getByText('已定为重复，报送单位会看到原因')).toBeVisible()
  await expect(editor.getByRole('link', { name: new RegExp(foreign.ref) })).toBeVisible()

  await unfold(editor, unused.path, '定为未采用')
  await editor.getByRole('button', { name: '定为未采用' }).click()
  await expect(editor.getByText('请选择原因').first()).toBeVisible()
  await editor.getByLabel('原因', { exact: true }).first().selectOption('属一般性工作动态')
  await editor.getByLabel('说明（可不填）').first().fill('可结合成效再写。')
  await editor.getByRole('button', { name: '定为未采用' }).click()
  await expect(editor.getByText('已定为未采用，报送单位会看到原因')).toBeVisible()
  await expect(editor.getByText('该信息已定为未采用；如需登记采用，请先恢复。')).toBeVisible()

  expect(await counted(reader)).toBe(before - 1)

  const why = '未采用：属一般性工作动态；可结合成效再写。'
  for (const address of ['/', '/items', unused.path]) {
    await clerk.goto(address)
    await expect(clerk.getByText(why).first(), address).toBeVisible()
  }
  await clerk.goto(repeated.path)
  await expect(clerk.getByText('与其他单位报送的信息重复').first()).toBeVisible()
  const page = await clerk.locator('main').innerText()
  expect(page).not.toContain(foreign.ref)
  expect(page).not.toContain('区财政局')

  await unfold(editor, repeated.path, '恢复为已接收')
  await editor.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(editor.getByText('已恢复为已接收。')).toBeVisible()
  expect(await counted(reader)).toBe(before)
})

test('a commission is asked, answered and followed; the focus of the week stands on the home of a unit', async ({
  browser,
}) => {
  const [clerk, editor] = [await as(browser, 'townClerk'), await as(browser, 'editor')]
  await editor.goto('/focus')
  await editor.getByRole('textbox', { name: '报送重点' }).fill('秋粮收购\n冬季供水')
  await editor.getByRole('button', { name: '发布' }).click()
  await expect(editor.getByText(/已发布.*的报送重点/)).toBeVisible()

  await editor.goto('/commissions/new')
  await editor.getByLabel('约稿主题').fill('秋粮收购情况')
  await editor.getByLabel('约稿要求').fill('请报送收购进度和存在的问题。')
  await editor.getByLabel('截止日期').fill('2099-12-01')
  await editor.getByLabel(/^全部镇/).check()
  await expect(editor.getByLabel('中和镇', { exact: true })).toBeChecked()
  await editor.getByRole('button', { name: '发出约稿' }).click()
  await expect(editor.getByText('已回复 0 / 18').first()).toBeVisible()
  const commission = editor.url()

  await clerk.goto('/')
  await expect(clerk.getByText('冬季供水')).toBeVisible()
  await clerk.getByRole('link', { name: /约稿 1（剩 \d+ 天）/ }).click()
  await clerk.getByRole('link', { name: '报送信息回复' }).click()
  await expect(clerk.getByLabel('回复约稿')).toHaveValue(commission.split('/').at(-1) ?? '')
  await fillItem(clerk, '【样例】中和镇秋粮收购进度')
  await clerk.getByRole('button', { name: '存草稿' }).click()
  await expect(clerk.getByText(/已保存 \d\d:\d\d/)).toBeVisible()
  await clerk.reload()
  await expect(clerk.getByLabel('回复约稿')).toHaveValue(commission.split('/').at(-1) ?? '')
  await editor.reload()
  await expect(editor.getByText('已回复 0 / 18').first()).toBeVisible()
  // It is confirmed of what is sent, so a saved draft asks again.
  await clerk.getByLabel(/我确认/).check()
  await clerk.getByRole('button', { name: '报送', exact: true }).click()
  await expect(clerk.getByText('回复约稿“秋粮收购情况”')).toBeVisible()

  await editor.reload()
  await expect(editor.getByText('已回复 1 / 18').first()).toBeVisible()
  await expect(editor.getByRole('row', { name: /中和镇/ })).toContainText('已回复')
  await editor.getByRole('link', { name: /中和镇秋粮收购进度/ }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('【样例】中和镇秋粮收购进度')

  await editor.goto(commission)
  await editor.getByRole('button', { name: '结束约稿' }).click()
  await expect(editor.getByText('约稿已结束。')).toBeVisible()
  await expect(editor.getByText('未回复').first()).toBeVisible()
  await clerk.goto('/')
  await expect(clerk.getByRole('link', { name: /约稿 1/ })).toHaveCount(0)
})

test('what a leader wrote is recorded, shown to the unit and revoked; without scripts too', async ({ browser }) => {
  const clerk = await as(browser, 'townClerk')
  const { path } = await send(clerk, '【样例】中和镇山坪塘整治情况')
  const editor = await as(browser, 'editor', { javaScriptEnabled: false })
  await unfold(editor, path, '登记批示')
  await editor.getByLabel('批示领导层级').selectOption('市级领导批示')
  await editor.getByLabel('批示内容').fill('请有关部门总结推广。')
  await editor.getByRole('button', { name: '登记批示' }).click()
  await expect(editor.getByText('批示已登记。')).toBeVisible()
  await clerk.goto(path)
  await expect(clerk.getByText(/市级领导批示，.*请有关部门总结推广。/).first()).toBeVisible()
  await editor.locator('summary', { hasText: '撤销批示' }).click()
  await editor.getByLabel('撤销原因').fill('登记有误。')
  await editor.getByRole('button', { name: '撤销批示' }).click()
  await expect(editor.getByText(/原因：登记有误。/).first()).toBeVisible()
  await clerk.goto(path)
  await expect(clerk.getByRole('heading', { name: '批示' })).toHaveCount(0)
})
