import { expect, type Page } from '@playwright/test'
import { quarterOfInstant } from '@/lib/domain/time/quarter'
import { as, fillItem, openOnDesk, test } from './people'

const quarter = quarterOfInstant(Date.now())
const TITLE = '【样例】区财政局开展惠民资金专项检查'

async function grade(page: Page, kind: string): Promise<void> {
  await page.getByRole('checkbox', { name: kind, exact: true }).check()
  await page.getByRole('button', { name: '登记采用' }).click()
  await expect(page.getByText(`已登记：${kind}`)).toBeVisible()
}

const cells = async (page: Page, table: RegExp, unit: string) =>
  (
    await page
      .getByRole('table', { name: table })
      .getByRole('row', { name: new RegExp(unit) })
      .locator('td')
      .allInnerTexts()
  ).map((t) => t.trim())

/** What the notice says of all units together: the number between these words and 条. */
async function saidIn(notice: Page, words: '共报送信息' | '省级采用'): Promise<number> {
  return Number((await notice.locator('main').innerText()).match(new RegExp(`${words}\\s*(\\d+)\\s*条`))?.[1] ?? 0)
}

test('a clerk submits, an editor grades at three levels, the open ranking moves by itself, the notice says so', async ({
  browser,
}) => {
  const reader = await as(browser, 'reader')
  await reader.goto(`/ranking/${quarter}`)
  expect(await cells(reader, /区级部门报送/, '区财政局')).toContain('0')
  const notice = await as(browser, 'reader')
  await notice.goto(`/notices/${quarter}`)
  const [sent, provincial] = [await saidIn(notice, '共报送信息'), await saidIn(notice, '省级采用')]

  const clerk = await as(browser, 'clerk')
  await clerk.goto('/')
  await clerk.getByRole('link', { name: '报送信息' }).last().click()
  await fillItem(clerk, TITLE)
  await clerk.getByRole('button', { name: '存草稿' }).click()
  await expect(clerk.getByText(/已保存 \d\d:\d\d/)).toBeVisible()
  await clerk.getByRole('button', { name: '报送', exact: true }).click()
  await expect(clerk.getByText('已接收').first()).toBeVisible()
  const number = new RegExp(`${quarter}-\\d{4}`)
  await expect(clerk.getByText(number).first()).toBeVisible()

  await expect(async () => expect((await cells(reader, /区级部门报送/, '区财政局'))[3]).toBe('1')).toPass({
    timeout: 30_000,
  })

  const editor = await as(browser, 'editor')
  await editor.goto('/desk')
  await openOnDesk(editor, TITLE)
  await expect(editor.getByText('第二段：发现的问题正在整改。')).toBeVisible()
  // The reader has scrolled down: what changes is marked for a while, and nothing else moves.
  const place = await reader.getByRole('table', { name: /区级部门采用/ }).evaluate((table) => {
    table.scrollIntoView()
    return scrollY
  })
  expect(place).toBeGreaterThan(200)
  const marked = reader.locator('[data-changed]').first().waitFor({ timeout: 60_000 })
  for (const kind of ['区级采用·信息', '市级采用·简讯', '省级采用']) await grade(editor, kind)
  await marked

  // 6 + 8 + 20 of 24 points: 141.67 %, printed once, half up.
  await expect(async () => {
    const row = await cells(reader, /区级部门采用/, '区财政局')
    expect(row.slice(2)).toEqual(['24', '0', '1', '0', '0', '1', '1', '34', '142%'])
  }).toPass({ timeout: 30_000 })
  expect(await reader.evaluate(() => scrollY)).toBe(place)
  await expect(reader.getByText(/排名已更新 \d\d:\d\d/)).toBeVisible()
  await expect(reader.locator('[data-changed]')).toHaveCount(0)
  await notice.reload()
  expect(await saidIn(notice, '共报送信息')).toBe(sent + 1)
  expect(await saidIn(notice, '省级采用')).toBe(provincial + 1)

  await clerk.reload()
  await expect(clerk.getByText('省级采用').first()).toBeVisible()
  await expect(clerk.getByText(/已被采用，不能撤回/)).toBeVisible()

  await editor.goto('/desk')
  await openOnDesk(editor, TITLE)
  await expect(editor.getByText(/不能退回/)).toBeVisible()
})

test('every figure of 2020 Q3 opens a list with exactly that many rows', async ({ browser }) => {
  const page = await as(browser, 'reader')
  await page.goto('/ranking/2020Q3')
  const links = await page
    .locator('#figures a')
    .evaluateAll((all) => all.map((a) => [a.getAttribute('href') ?? '', a.textContent?.trim() ?? '']))
  expect(links.length).toBeGreaterThan(400)
  // The totals, and a spread of the cells; the data tests compare every cell.
  const chosen = links.filter(
    ([href], i) => !href?.includes('points') && (/[?&]f=\w+$/.test(href ?? '') || i % 23 === 0),
  )
  for (const [href, text] of chosen) {
    await page.goto(new URL(href ?? '', page.url().replace(/\/list.*/, '')).toString())
    const digits = text?.match(/\d+$/)?.[0]
    await expect(page.getByRole('table').locator('tbody tr'), href).toHaveCount(Number(digits))
  }
})

test('an item sent back tells the clerk why, and comes back revised', async ({ browser }) => {
  const title = '【样例】中和镇春耕物资储备情况'
  const clerk = await as(browser, 'townClerk')
  await clerk.goto('/items/new')
  await fillItem(clerk, title)
  await clerk.getByRole('button', { name: '报送', exact: true }).click()
  await expect(clerk.getByText('已接收').first()).toBeVisible()
  const editor = await as(browser, 'editor')
  await editor.goto(`/desk?q=${encodeURIComponent('春耕物资储备')}`)
  await openOnDesk(editor, title)
  await editor.getByText('写明原因并退回').click()
  await editor.getByLabel('退回原因').fill('请补充具体数量。')
  await editor.getByRole('button', { name: '退回', exact: true }).click()
  await expect(editor.getByText('请补充具体数量。').first()).toBeVisible()
  await clerk.goto('/items')
  await expect(clerk.getByText(/请补充具体数量/).first()).toBeVisible()
  await clerk.getByRole('link', { name: title }).click()
  await expect(clerk.getByText(/请补充具体数量/).first()).toBeVisible()
  await clerk.getByLabel('正文').fill('已储备化肥若干吨。')
  // Other words than those last confirmed: it is asked again.
  await expect(clerk.getByLabel(/我确认/)).not.toBeChecked()
  await clerk.getByLabel(/我确认/).check()
  await clerk.getByRole('button', { name: '报送', exact: true }).click()
  await expect(clerk.getByText('已接收').first()).toBeVisible()
})
