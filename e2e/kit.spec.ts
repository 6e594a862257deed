import { expect } from '@playwright/test'
import { as, test } from './people'

test('the list of faults takes the focus and leads to its questions, every time anew', async ({ browser }) => {
  const page = await as(browser, 'reader')
  await page.goto('/kit')
  const send = page.getByRole('button', { name: '报送', exact: true })
  for (let time = 0; time < 2; time++) {
    await send.click()
    await expect(page.getByRole('alert').filter({ hasText: '没有报送' })).toBeFocused()
  }
  await page.getByRole('link', { name: '请填写标题。' }).click()
  await expect(page.locator('#field-rest')).toBeInViewport()
  await page.keyboard.press('Tab')
  await expect(page.locator('#field-rest')).not.toBeFocused()
})

test('a window keeps the focus, closes at Esc and gives the focus back', async ({ browser }) => {
  const page = await as(browser, 'reader')
  await page.goto('/kit')
  await page.getByRole('button', { name: '打开窗口' }).click()
  await expect(page.getByRole('dialog', { name: '退回' }).getByLabel('退回原因')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '打开窗口' })).toBeFocused()
})

test('a press anywhere in a row opens its link, and the row beside it stays another one', async ({ browser }) => {
  const page = await as(browser, 'reader')
  await page.goto('/kit')
  const rows = page.getByRole('table', { name: '本单位的信息，整行可点' }).getByRole('row')
  for (const [row, way] of [
    [1, '/kit#row-0'],
    [3, '/kit#row-2'],
  ] as const) {
    const cell = rows.nth(row).getByRole('cell').last()
    await cell.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await cell.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await page.mouse.click(x + width / 2, y + height / 2)
    await expect(page).toHaveURL(new RegExp(`${way}$`))
  }
})

test('what has the focus does not hide behind the bar that stays', async ({ browser }) => {
  const page = await as(browser, 'reader')
  await page.setViewportSize({ width: 390, height: 640 })
  await page.goto('/kit')
  const bar = page.getByText('已保存 14:05', { exact: true })
  const signer = page.getByLabel('签发人（底栏上方）')
  // Behind the bar to begin with, where a browser takes it for being in sight.
  await signer.evaluate((field) => scrollBy(0, field.getBoundingClientRect().bottom - innerHeight + 8))
  await signer.focus()
  await expect(bar).toBeInViewport()
  const [field, edge] = await Promise.all([signer.boundingBox(), bar.boundingBox()])
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThan(edge?.y ?? 0)
})

test('a choice outlives whatever draws its select again', async ({ browser }) => {
  const page = await as(browser, 'reader')
  await page.goto('/kit')
  await page.getByLabel('级别（随时重画）').selectOption('市级')
  await page.getByLabel('重画次数').fill('3')
  await expect(page.getByLabel('级别（随时重画）')).toHaveValue('市级')
})
