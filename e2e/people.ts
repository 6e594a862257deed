import { type Browser, expect, type Page } from '@playwright/test'

/** The sample accounts, one of every role. */
export const PEOPLE = {
  clerk: 'czj',
  signer: 'czj-fg',
  townClerk: 'zhz',
  editor: 'bianji',
  senior: 'shenhe',
  reader: 'lingdao',
  system: 'xitong',
  security: 'anquan',
  auditor: 'shenji',
} as const

export const PASSWORD = 'Yanxin-Sample-2020'

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, who: keyof typeof PEOPLE): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('登录名').fill(PEOPLE[who])
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/$/)
}

/** A browser of this person's own, signed in. */
export async function as(
  browser: Browser,
  who: keyof typeof PEOPLE,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await signIn(page, who)
  return page
}
