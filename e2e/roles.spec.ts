import { expect } from '@playwright/test'
import { rightWhileUnissued } from '@/cli/trial/verbs'
import { PAGES } from '@/lib/domain/people/pages'
import { can, type Role } from '@/lib/domain/people/policy'
import { as, asNew, PASSWORD, type PEOPLE, test, urlOf } from './people'

const ROLE_OF: Record<keyof typeof PEOPLE, Role> = {
  clerk: 'clerk',
  signer: 'signer',
  townClerk: 'clerk',
  otherTownClerk: 'clerk',
  editor: 'editor',
  senior: 'editor',
  reader: 'reader',
  system: 'system_admin',
  security: 'security_admin',
  auditor: 'audit_admin',
}

for (const who of ['clerk', 'signer', 'editor', 'reader', 'system', 'security', 'auditor'] as const) {
  test(`${ROLE_OF[who]} meets exactly what the policy allows`, async ({ browser }) => {
    const page = await as(browser, who)
    const person = { role: ROLE_OF[who], mustChangePassword: false } as Parameters<typeof can>[0]
    for (const [path, right] of Object.entries(PAGES)) {
      if (right === 'public' || path.includes('[id]')) continue
      const answer = await page.request.get(urlOf(path))
      const allowed = can(person, rightWhileUnissued(path, right)).allowed
      expect(answer.status(), `${who} ${path}`).toBe(allowed ? 200 : 403)
    }
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const link of await page.getByRole('navigation', { name: '主导航' }).getByRole('link').all()) {
      expect((await page.request.get((await link.getAttribute('href')) ?? '')).status()).toBe(200)
    }
  })
}

test('out of reach is 404, not allowed is 403 with the reason, a wrong quarter is 404', async ({ browser }) => {
  const editor = await as(browser, 'editor')
  await editor.goto('/desk?q=&state=received')
  const href = await editor.locator('a[href^="/desk/"]').first().getAttribute('href')
  const id = href?.match(/\/desk\/([^?]+)/)?.[1]
  const town = await as(browser, 'townClerk')
  await town.goto(`/items/${id}`)
  const own = await town.getByText('没有找到').count()
  const answer = await town.request.get(`/items/${id}`)
  expect(answer.status()).toBe(own > 0 ? 404 : 200)
  expect((await town.request.get('/items/no-such-item')).status()).toBe(404)
  expect((await town.request.get('/ranking/2020Q5')).status()).toBe(404)
  await town.goto('/desk')
  await expect(town.getByText('采编台供区政府办公室编辑使用。')).toBeVisible()
})

test('signing out ends the session at once, elsewhere too', async ({ browser }) => {
  const page = await asNew(browser, 'signer')
  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page).toHaveURL(/sign-in/)
  const thief = await browser.newContext()
  await thief.addCookies(cookies)
  const answer = await thief.request.get('/items', { maxRedirects: 0 })
  expect([303, 307]).toContain(answer.status())
})

test('a right takes two administrators: one asks, the other agrees with the own password and hands out the slip', async ({
  browser,
}) => {
  const system = await as(browser, 'system')
  await system.goto('/accounts')
  const add = system.locator('form').filter({ has: system.getByRole('button', { name: '添加账号' }) })
  await add.getByLabel('登录名').fill('sanfang')
  await add.getByLabel('姓名').fill('样例三方编辑')
  await add.getByLabel('角色').selectOption('editor')
  await add.getByLabel('可印发通报').check()
  await add.getByRole('button', { name: '添加账号' }).click()
  await expect(system.getByText('已提出申请，待另一名管理员同意')).toBeVisible()
  await expect(system.getByText(/这项申请须由安全管理员决定。/)).toBeVisible()
  await expect(system.getByRole('link', { name: '办理：样例三方编辑' })).toHaveCount(0)

  const security = await as(browser, 'security')
  await security.goto('/accounts')
  await security.getByRole('link', { name: '办理：样例三方编辑' }).click()
  await security.getByLabel('您本人的密码').fill('not-the-password')
  await security.getByRole('button', { name: '同意', exact: true }).click()
  await expect(security.getByText('您本人的密码不正确。').first()).toBeVisible()
  await security.getByLabel('您本人的密码').fill(PASSWORD)
  await security.getByRole('button', { name: '同意', exact: true }).click()
  // The page reads its data anew after an answer; the slip stays until it is put away.
  await expect(security.getByRole('link', { name: '办理：样例三方编辑' })).toHaveCount(0)
  const password = await security.locator('dl div').filter({ hasText: '初始密码' }).locator('dd').innerText()

  const page = await (await browser.newContext()).newPage()
  await page.goto('/sign-in')
  await page.getByLabel('登录名').fill('sanfang')
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/password$/)
  await expect(page.getByText(/初始密码由安全管理员样例安全管理员于/)).toBeVisible()
})
