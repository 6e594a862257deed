import { expect } from '@playwright/test'
import { generateSync } from 'otplib'
import { asNew, PASSWORD, PEOPLE, test } from './people'

test('a code of the phone is switched on, asked for at the next sign-in, without scripts too, and switched off', async ({
  browser,
}) => {
  const page = await asNew(browser, 'reader')
  await page.goto('/account')
  await page.getByRole('link', { name: '启用动态码' }).click()
  await page.getByLabel('您本人的密码').fill(PASSWORD)
  await page.getByRole('button', { name: '开始设置' }).click()
  await expect(page.getByRole('img', { name: '动态码密钥的二维码' })).toBeVisible()
  const key = await page.getByText('手工输入密钥').locator('span').innerText()
  await page.getByRole('textbox', { name: '动态码' }).fill(generateSync({ secret: key.replaceAll(' ', '') }))
  await page.getByRole('button', { name: '启用动态码' }).click()
  const codes = page.getByRole('status').getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const code = await codes.first().innerText()

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto('/sign-in?next=/account/code')
  await plain.getByLabel('登录名').fill(PEOPLE.reader)
  await plain.getByLabel('密码').fill(PASSWORD)
  await plain.getByRole('button', { name: '登录' }).click()
  await expect(plain.getByRole('heading', { name: '输入动态码' })).toBeVisible()
  await plain.getByRole('textbox', { name: '动态码' }).fill('123456')
  await plain.getByRole('button', { name: '登录' }).click()
  await expect(plain.getByText('动态码不正确').first()).toBeVisible()
  await plain.getByRole('textbox', { name: '动态码' }).fill(code)
  await plain.getByRole('button', { name: '登录' }).click()
  await expect(plain.getByText('恢复码还剩 9 个')).toBeVisible()
  await plain.getByLabel('您本人的密码').fill(PASSWORD)
  await plain.getByRole('button', { name: '停用动态码' }).click()
  await expect(plain.getByRole('button', { name: '开始设置' })).toBeVisible()
})
