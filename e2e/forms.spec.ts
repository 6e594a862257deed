import { expect } from '@playwright/test'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { keyAt, post } from './actions'
import { as, asNew, fillItem, test } from './people'

const today = dayOfInstant(Date.now())

test('without JavaScript: sign in, a fault at its field with all that was typed, then submitted', async ({
  browser,
}) => {
  const page = await asNew(browser, 'townClerk', { javaScriptEnabled: false })
  await page.goto('/items/new')
  await page.getByLabel('标题').fill('【样例】无脚本报送')
  await page.getByLabel('正文').fill('第一段。\n第二段。')
  await page.getByLabel('事件日期').fill(today)
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await expect(page.getByRole('alert').getByText('请选择信息类型。')).toBeVisible()
  await expect(page.getByLabel('标题')).toHaveValue('【样例】无脚本报送')
  await expect(page.getByLabel('正文')).toHaveValue('第一段。\n第二段。')
  await fillItem(page, '【样例】无脚本报送')
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await expect(page.getByText('已接收').first()).toBeVisible()
})

test('every fault stands at its field and in a summary that takes the focus; a marking says what to do instead', async ({
  browser,
}) => {
  const page = await as(browser, 'townClerk')
  await page.goto('/items/new')
  await page.getByRole('button', { name: '报送', exact: true }).click()
  const summary = page.getByRole('alert').filter({ hasText: '需要修改' })
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: '请填写标题。' }).click()
  await expect(page.getByLabel('标题')).toBeFocused()
  await fillItem(page, '【样例】含机密★的标题')
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await expect(page.locator('#fault-title')).toContainText('机要渠道')
  await page.getByLabel('标题').fill('长'.repeat(101))
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await expect(page.locator('#fault-title')).toContainText('最多 100 字')
  await expect(page.getByLabel('正文')).toHaveValue(/第二段/)
})

test('what was typed survives a reload, and an expired session', async ({ browser }) => {
  const page = await as(browser, 'townClerk')
  await page.goto('/items/new')
  await fillItem(page, '【样例】还没有保存的信息')
  await page.reload()
  await expect(page.getByText('已恢复本机上未提交的内容')).toBeVisible()
  await expect(page.getByLabel('标题')).toHaveValue('【样例】还没有保存的信息')
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '登录已失效' })).toBeVisible()
  await expect(page.getByLabel('标题')).toHaveValue('【样例】还没有保存的信息')
  await page.context().addCookies(cookies)
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await expect(page.getByText('已接收').first()).toBeVisible()
})

test('without JavaScript, and with the session gone, what was typed stands in the answer', async ({ browser }) => {
  const page = await as(browser, 'clerk', { javaScriptEnabled: false })
  await page.goto('/items/new')
  await page.getByLabel('标题').fill('【样例】会话已失效时的标题')
  await page.getByLabel('正文').fill('第一段没有丢失。\n第二段也没有。')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '存草稿' }).click()
  await expect(page.getByRole('alert')).toContainText('登录已失效，内容没有提交')
  await expect(page.getByLabel('登录名')).toBeVisible()
  const typed = page.locator('main textarea')
  await expect(typed.nth(0)).toHaveValue('【样例】会话已失效时的标题')
  await expect(typed.nth(1)).toHaveValue('第一段没有丢失。\n第二段也没有。')
})

test('a form opened by one person is not taken in the session of another, with and without JavaScript', async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
    const shared = async (who: 'townClerk' | 'otherTownClerk') => {
      const { cookies } = await (await as(browser, who)).context().storageState()
      await page.context().clearCookies()
      await page.context().addCookies(cookies)
    }
    const title = `【样例】换人以后不算在别人名下${javaScriptEnabled ? '' : '，无脚本'}`
    await shared('townClerk')
    await page.goto('/items/new')
    await fillItem(page, title)
    await shared('otherTownClerk')
    await page.getByRole('button', { name: '报送', exact: true }).click()
    if (!javaScriptEnabled) {
      await expect(page.getByRole('alert')).toContainText('填写时登录的是另一个账号，内容没有提交')
      await expect(page.locator('main textarea').first()).toHaveValue(title)
      continue
    }
    const refusal = page.getByRole('alert').filter({ hasText: '本页是用另一个账号打开的，现在登录的是' })
    await expect(refusal.getByRole('link', { name: '在新窗口登录' })).toBeVisible()
    await expect(page.getByLabel('标题')).toHaveValue(title)
    await shared('townClerk')
    await page.getByRole('button', { name: '报送', exact: true }).click()
    await expect(page.getByText('已接收').first()).toBeVisible()
  }
})

test('the same submission sent five times in parallel is one item', async ({ browser, baseURL }) => {
  const page = await as(browser, 'townClerk')
  const title = '【样例】同一条信息并发报送'
  const key = await keyAt(page.request, '/items/new')
  const fields = {
    verb: 'submit',
    key,
    id: crypto.randomUUID(),
    version: '0',
    title,
    body: '正文。',
    type: 'activity',
    eventDay: today,
    author: '样例',
    phone: '000-0000000',
    signer: '样例',
    unclassified: 'yes',
  }
  const send = async () => (await post(page.request, 'saveOrSubmit', fields, baseURL)).text()
  const answers = await Promise.all(Array.from({ length: 5 }, send))
  const numbers = answers.map((text) => text.match(/编号 (\S+?)"/)?.[1])
  expect(new Set(numbers).size).toBe(1)
  expect(numbers[0]).toMatch(/^\d{4}Q\d-\d+/)
  await page.goto('/items')
  await expect(page.getByRole('link', { name: title })).toHaveCount(1)
})

test('a NUL and a day that does not exist are refused at their fields', async ({ browser, baseURL }) => {
  const page = await as(browser, 'townClerk')
  const key = await keyAt(page.request, '/items/new')
  const fields = {
    verb: 'submit',
    key,
    id: crypto.randomUUID(),
    version: '0',
    title: 'a\u0000b',
    body: '正文',
    eventDay: '2026-02-30',
  }
  const text = await (await post(page.request, 'saveOrSubmit', fields, baseURL)).text()
  expect(text).toContain('"code":"invalid"')
  expect(text).toMatch(/"title":"标题/)
  expect(text).toMatch(/"eventDay":"事件日期不是有效日期/)
})
