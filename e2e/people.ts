import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { dayOfInstant } from '@/lib/domain/time/quarter'

/** The sample accounts, of every role. */
export const PEOPLE = {
  clerk: 'czj',
  signer: 'czj-fg',
  townClerk: 'zhz',
  otherTownClerk: 'dfz',
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

/** A journey, after which every browser is closed that it opened: what is left open goes on asking the server. */
export const test = base.extend<{ closing: undefined }>({
  closing: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
})

type Options = Parameters<Browser['newContext']>[0]

/** A browser of this person's own, signed in just now, at home. */
export async function asNew(browser: Browser, who: keyof typeof PEOPLE, options: Options = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await signIn(page, who)
  return page
}

/** The sessions that these journeys began, each used for a while, well within the time after which it ends unused. */
const sessions = new Map<string, { state: Awaited<ReturnType<BrowserContext['storageState']>>; until: number }>()
const USED_MS = 10 * 60_000

/** A browser of this person's own, with a session that a journey before may have begun, and no page open. */
export async function as(browser: Browser, who: keyof typeof PEOPLE, options: Options = {}): Promise<Page> {
  const { baseURL } = test.info().project.use
  const name = `${who} ${baseURL}`
  let session = sessions.get(name)
  if (!session || session.until < Date.now()) {
    const page = await asNew(browser, who)
    session = { state: await page.context().storageState(), until: Date.now() + USED_MS }
    sessions.set(name, session)
    await page.context().close()
  }
  return (await browser.newContext({ ...options, storageState: session.state })).newPage()
}

/** Opens an item of the desk on its own page; on a wide desk a click on it would open it beside the list. */
export async function openOnDesk(page: Page, title: string): Promise<void> {
  const link = page.getByRole('link', { name: title }).first()
  await page.goto((await link.getAttribute('href')) ?? '')
}

/** Fills the item form as a clerk does. */
export async function fillItem(page: Page, title: string): Promise<void> {
  await page.getByLabel('标题').fill(title)
  await page.getByLabel('正文').fill('第一段：检查安排已经印发。\n第二段：发现的问题正在整改。')
  await page.getByLabel('经验成效').check()
  await page.getByLabel('事件日期').fill(dayOfInstant(Date.now()))
  await page.getByLabel('撰稿人').fill('样例撰稿人')
  await page.getByLabel('联系电话').fill('000-0000000')
  await page.getByLabel('签发人').fill('样例签发人')
  await page.getByLabel(/我确认/).check()
}

/** A page of the policy's list as an address, with 2020 Q3 for its quarter. */
export function urlOf(path: string): string {
  return path
    .replace('[quarter]', '2020Q3')
    .replace(/\/list$/, '/list?f=district')
    .replace(/\/csv$/, '/csv?table=submission-department')
}
