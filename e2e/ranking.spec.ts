import { expect } from '@playwright/test'
import { barriers } from './axe'
import { as, test } from './people'

const WALL = { width: 1920, height: 1080 }

test('a leader opens the ranking, and a large figure opens as many rows as it says', async ({ browser }) => {
  const page = await as(browser, 'reader')
  await page.goto('/ranking/2020Q3')
  await expect(page.getByText('较去年同期 —').first()).toBeVisible()
  const figure = page.locator('[data-totals] a', { hasText: '区级采用' })
  await expect(figure).toHaveText(/81$/)
  await figure.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('全区 2020年三季度 区级采用 81 条')
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(81)
})

test('the year to date is measured by the line of the quarters elapsed', async ({ browser }) => {
  const page = await as(browser, 'reader')
  await page.goto('/ranking/2020Q3')
  await page.getByRole('link', { name: '全年累计' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2020年前三季度政务信息排名')
  await expect(page.getByRole('cell', { name: '25% × 3 = 75% 线' }).first()).toBeVisible()
  await expect(page.getByText('2020年一季度、2020年二季度没有数据，按0计。')).toBeVisible()
  await page.locator('[data-totals] a', { hasText: '市级采用' }).click()
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(14)
  await page.goto('/ranking/2020Q3?span=month')
  await expect(page.getByText(/没有找到/)).toBeVisible()
})

test('a mark in the picture and a bar of the trend lead to their lists', async ({ browser }) => {
  const page = await as(browser, 'reader')
  await page.goto('/ranking/2020Q3')
  const mark = page.getByRole('link', { name: '区财政局 完成率 108.33% 占比 275%' })
  expect(await mark.getAttribute('href')).toMatch(/list\?f=points&u=/)
  await page.getByRole('link', { name: '2020年三季度 省级采用 2' }).click()
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(2)
})

test('the wall fills one screen a page, turns by itself, by hand, and is held by a key', async ({ browser }) => {
  const page = await as(browser, 'reader', { viewport: WALL })
  await page.clock.install()
  await page.goto('/wall/2020Q3')
  const shown = page.getByRole('heading', { level: 2 })
  await expect(shown).toHaveText('总体情况')
  await expect(page.locator('time')).toHaveText(/\d+月\d+日 \d\d:\d\d/)
  // Held while it is looked at: on a busy machine that takes longer than a page stays.
  await page.keyboard.press(' ')
  const titles = ['总体情况', '近八个季度走势', '部门采用', '镇街采用、镇街报送', '部门报送']
  for (const title of [...titles.slice(1), titles[0]]) {
    await page.keyboard.press('ArrowRight')
    await expect(shown).toHaveText(title ?? '')
    expect(await barriers(page), title).toEqual([])
    const outside = await page.evaluate(() => {
      const beyond = (box: DOMRect) => box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5
      const all = [...document.querySelectorAll('#figures :is(td, th, a, text, b), h2')]
      return all.filter((one) => one.getClientRects().length > 0 && beyond(one.getBoundingClientRect())).length
    })
    expect(outside, title).toBe(0)
    const { scroll, tall } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      tall: document.documentElement.scrollHeight,
    }))
    expect([scroll, tall]).toEqual([WALL.width, WALL.height])
  }
  await page.keyboard.press(' ')
  await expect(page.getByRole('button', { name: /自动翻页/ })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(shown).toHaveText('部门报送')
  await page.clock.runFor(15_500)
  await expect(shown).toHaveText('总体情况')
  await page.keyboard.press(' ')
  await expect(page.getByRole('button', { name: /已停住/ })).toBeVisible()
  await page.clock.runFor(31_000)
  await expect(shown).toHaveText('总体情况')
})

test('without scripts the wall is the page that was asked for, with links to the others', async ({ browser }) => {
  const signedIn = await as(browser, 'reader')
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: WALL })
  await context.addCookies(await signedIn.context().cookies())
  const page = await context.newPage()
  await page.goto('/wall/2020Q3?page=2')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('近八个季度走势')
  await page.getByRole('link', { name: '3', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('部门采用')
})

test('the tables are taken away as a workbook and as CSV', async ({ browser }) => {
  const page = await as(browser, 'reader')
  await page.goto('/ranking/2020Q3')
  const [workbook] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载电子表格' }).click(),
  ])
  expect(workbook.suggestedFilename()).toBe('2020年三季度政务信息排名.xlsx')
  await page.getByText('下载 CSV').click()
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '镇街采用', exact: true }).click(),
  ])
  expect(csv.suggestedFilename()).toBe('2020年三季度镇街采用.csv')
  expect((await page.request.get('/ranking/2020Q3/csv?table=none')).status()).toBe(404)
})

test('opened to the network, the ranking is read without an account, titles and all else are not', async ({
  browser,
}) => {
  const office = await as(browser, 'senior')
  const decide = async (choice: string) => {
    await office.goto('/ranking/2020Q3')
    await office.getByLabel(choice).check()
    await office.getByRole('button', { name: '保存公开范围' }).click()
    await expect(office.getByRole('status').filter({ hasText: /已/ })).toBeVisible()
  }
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto('/ranking/2020Q3')
  await expect(stranger).toHaveURL(/sign-in/)
  await decide('内网来访者也可查看')
  for (const path of ['/ranking', '/ranking/2020Q3?span=half', '/wall/2020Q3', '/ranking/2020Q3/list?f=city']) {
    expect((await stranger.goto(path))?.status(), path).toBe(200)
    await expect(stranger, path).not.toHaveURL(/sign-in/)
  }
  await expect(stranger.getByRole('link', { name: '登录' })).toBeVisible()
  await expect(stranger.getByRole('table').locator('tbody tr')).toHaveCount(14)
  expect(await stranger.getByRole('table').locator('tbody a').count()).toBe(0)
  for (const path of ['/ranking/2020Q3/xlsx', '/api/figures/2020Q3']) {
    expect((await stranger.request.get(path)).status(), path).toBe(200)
  }
  for (const path of ['/', '/items', '/desk', '/notices/2020Q3']) {
    await stranger.goto(path)
    await expect(stranger, path).toHaveURL(/sign-in/)
  }
  await decide('仅登录人员')
  expect((await stranger.request.get('/api/figures/2020Q3')).status()).toBe(401)
  const editor = await as(browser, 'editor')
  await editor.goto('/ranking/2020Q3')
  await expect(editor.getByText('公开范围')).toHaveCount(0)
})
