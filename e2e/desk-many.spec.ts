import { expect, type Page } from '@playwright/test'
import { adoptedInRanking, atTheDesk, FILTER, list, pressed, reading, rows, said, title } from './at-the-desk'
import { as, test } from './people'

test.use({ viewport: { width: 1440, height: 900 } })

test('a second grade of one kind is a question, and pressing again is the yes', async ({ browser }) => {
  const page = await as(browser, 'editor')
  await atTheDesk(page)
  await page.keyboard.press('k')
  await page.keyboard.press('5')
  await expect(said(page)).toHaveText('已登记：市级采用·简讯')
  await page.getByRole('group', { name: '办理' }).getByLabel('刊物').fill('样例快讯')
  await title(page).click()
  await page.keyboard.press('5')
  await expect(said(page)).toContainText('已有市级采用·简讯')
  await expect(said(page)).toContainText('再登记一次？报送单位另计 8 分。')
  await page.keyboard.press('5')
  await expect(said(page)).toHaveText('已登记：市级采用·简讯')
  for (const _ of [1, 2]) {
    await page.keyboard.press('u')
    await expect(said(page)).toContainText('已撤销刚才的登记')
  }
})

test('several items are graded at once, chosen with Shift; views are kept with their counts', async ({ browser }) => {
  const page = await as(browser, 'editor')
  await atTheDesk(page, '?category=town&state=ungraded&quarter=2020Q3')
  const boxes = rows(page).getByRole('checkbox')
  await boxes.nth(5).click()
  await boxes.nth(8).click({ modifiers: ['Shift'] })
  await expect(page.getByText('已选 4 条')).toBeVisible()
  await reading(page).focus()
  await page.keyboard.press('1')
  await expect(said(page)).toHaveText('已登记：采编上报，4 条')
  await page.keyboard.press('u')
  await expect(said(page)).toContainText('已撤销刚才的登记（4 条信息）')

  await page.getByText('保存或删除视图').click()
  await page.getByLabel('视图名称').fill('三季度镇街')
  await page.getByRole('button', { name: '保存视图' }).click()
  await expect(page.getByRole('link', { name: /三季度镇街/ })).toHaveText(/三季度镇街\s*\d+/)
  await page.getByRole('button', { name: '删除视图' }).click()
  await expect(page.getByRole('link', { name: /三季度镇街/ })).toHaveCount(0)
})

test('three editors grade the same items at once: nothing twice, nothing lost, and each takes back what was theirs', async ({
  browser,
}) => {
  const full = process.env.YANXIN_FULL === '1'
  const [rounds, size] = full ? [3, 100] : [1, 24]
  test.setTimeout(full ? 600_000 : 240_000)
  const pages = await Promise.all((['editor', 'senior', 'editor'] as const).map((who) => as(browser, who)))
  const before = await adoptedInRanking(pages[0] as Page)
  for (let round = 0; round < rounds; round++) {
    // Two of them press the same key: whoever comes second is told, item by item.
    await Promise.all(pages.map((page) => chooseMany(page, `${FILTER}&category=town`, size)))
    await Promise.all(pages.map((page, i) => pressUntilDone(page, i < 2 ? '2' : '3')))
    const after = await adoptedInRanking(pages[0] as Page)
    expect(after.map((n, k) => n - (before[k] ?? 0))).toEqual([0, size, size, 0, 0, 0])
    // Whoever pressed twice did two things, and takes back both.
    await expect(async () => {
      for (const page of pages) await page.keyboard.press('u')
      await expect.poll(() => adoptedInRanking(pages[0] as Page), { timeout: 8_000 }).toEqual(before)
    }).toPass({ timeout: 120_000 })
  }
})

test('the end of the list is said to be the end only where the server has no more', async ({ browser }) => {
  const page = await as(browser, 'editor')
  await atTheDesk(page)
  await page.context().setOffline(true)
  const loaded = await rows(page).count()
  await pressed(page, 'j', loaded)
  await expect(said(page)).toHaveText('后面的信息还没有读到。')
  await expect(reading(page).getByRole('alert')).toHaveText('没有连上服务器，正在重试……')
  await page.context().setOffline(false)
  await expect(reading(page).getByRole('alert')).toHaveCount(0)
  await expect(said(page)).toHaveText('')
  expect(await rows(page).count()).toBeGreaterThan(loaded)

  await atTheDesk(page, '?text=中和镇&state=ungraded&category=town')
  await expect(async () => {
    await pressed(page, 'j', 40)
    await expect(said(page)).toHaveText('后面没有更多信息了。', { timeout: 3_000 })
  }).toPass()
  await page.keyboard.press('k')
  await expect(said(page)).toHaveText('')
})

test('a server that does not answer, or is in trouble, is told as that', async ({ browser }) => {
  const page = await as(browser, 'editor')
  await page.clock.install()
  await atTheDesk(page)
  const fault = reading(page).getByRole('alert')
  await page.route('**/desk/reading?**', () => undefined)
  await expect(async () => {
    // The open item is read anew now and then, and that reading waits no longer than this.
    await page.clock.runFor(15_000)
    await expect(fault).toHaveText('服务器没有应答，正在重试……', { timeout: 1_000 })
  }).toPass()
  await page.unrouteAll()
  await page.route('**/desk/reading?**', (route) => route.fulfill({ status: 503 }))
  await expect(async () => {
    await page.clock.runFor(15_000)
    await expect(fault).toHaveText('服务器暂时不能答复，正在重试……', { timeout: 1_000 })
  }).toPass()
  await page.unrouteAll()
  await expect(async () => {
    await page.clock.runFor(5_000)
    await expect(fault).toHaveCount(0, { timeout: 1_000 })
  }).toPass()
})

/** Grades what is chosen; whoever is told that another was first looks, and presses again. */
async function pressUntilDone(page: Page, key: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(said(page)).toHaveText(/^(?!.*请再按一次).*(?:已登记：|已有相同的采用记录)/, { timeout: 10_000 })
  }).toPass({ timeout: 120_000 })
}

/** Chooses the first items of a list, as many as asked, and puts the focus where keys act. */
async function chooseMany(page: Page, filter: string, size: number): Promise<void> {
  await atTheDesk(page, filter)
  const boxes = rows(page).getByRole('checkbox')
  await expect(async () => {
    await list(page).evaluate((column) => column.scrollTo(0, column.scrollHeight))
    expect(await boxes.count()).toBeGreaterThanOrEqual(size)
  }).toPass()
  await boxes.nth(0).click()
  await boxes.nth(size - 1).click({ modifiers: ['Shift'] })
  await expect(page.getByText(`已选 ${size} 条`)).toBeVisible()
  await reading(page).focus()
}
