import { type Browser, expect, type Page } from '@playwright/test'
import { quarterOfInstant } from '@/lib/domain/time/quarter'
import { atTheDesk } from './at-the-desk'
import { as, asNew, fillItem, PASSWORD, PEOPLE, test } from './people'

/** Sends an item as its clerk does. Gives its address on the desk. */
async function send(clerk: Page, title: string): Promise<string> {
  await clerk.goto('/items/new')
  await fillItem(clerk, title)
  await clerk.getByRole('button', { name: '报送', exact: true }).click()
  await expect(clerk.getByText(/已报送，编号/).first()).toBeVisible()
  return new URL(clerk.url()).pathname.replace('/items/', '/desk/')
}

const restored = (page: Page) => page.getByText('已恢复本机上未提交的内容。')

/** A sentence typed into a folded form of the page: it is there again after a reload, and the form stands open. */
async function outlivesReload(page: Page, summary: string, label: string | RegExp, words: string): Promise<void> {
  const form = page.locator('form').filter({ has: page.locator('summary', { hasText: summary }) })
  await form.locator('summary').click()
  await form.getByLabel(label).fill(words)
  await page.reload()
  await expect(form.getByLabel(label), summary).toBeVisible()
  await expect(form.getByLabel(label), summary).toHaveValue(words)
  await form.getByRole('button', { name: '放弃恢复' }).click()
  await expect(form.getByLabel(label), summary).toHaveValue('')
}

test('a reason typed into a window of the desk is there again after Esc and after a reload, and gone once it was taken', async ({
  browser,
}) => {
  const editor = await as(browser, 'editor')
  await atTheDesk(editor)
  for (const [key, label] of [
    ['x', '说明（可不填）'],
    ['b', '退回原因'],
  ] as const) {
    await editor.keyboard.press(key)
    await editor.getByRole('dialog').getByLabel(label).fill(`【样例】写到一半的${label}`)
    await editor.keyboard.press('Escape')
    await expect(editor.getByRole('dialog')).toHaveCount(0)
    await editor.reload()
    await expect(editor.locator('[data-live]').first()).toBeVisible()
    await editor.keyboard.press(key)
    await expect(editor.getByRole('dialog').getByLabel(label)).toHaveValue(`【样例】写到一半的${label}`)
    await expect(restored(editor)).toBeVisible()
    await editor.keyboard.press('Escape')
    await expect(editor.getByRole('dialog')).toHaveCount(0)
  }
  // Whoever uses the same browser next reads nothing of it.
  const item = new URL(editor.url()).searchParams
  const address = `/desk${item.size > 0 ? `?${item}` : ''}`
  await editor.context().clearCookies()
  await editor.goto('/sign-in')
  await editor.getByLabel('登录名').fill(PEOPLE.senior)
  await editor.getByLabel('密码').fill(PASSWORD)
  await editor.getByRole('button', { name: '登录' }).click()
  await expect(editor).toHaveURL(/\/$/)
  await editor.goto(address)
  await expect(editor.locator('[data-live]').first()).toBeVisible()
  await editor.keyboard.press('b')
  await expect(editor.getByRole('dialog').getByLabel('退回原因')).toHaveValue('')
  await expect(restored(editor)).toHaveCount(0)
})

test('what is written into the forms of an item’s page outlives a reload and a lost session', async ({ browser }) => {
  const [clerk, editor] = [await as(browser, 'otherTownClerk'), await as(browser, 'editor')]
  const desk = await send(clerk, '【样例】写到一半的理由')
  await editor.goto(desk)
  await outlivesReload(editor, '定为未采用', '说明（可不填）', '写到一半的未采用说明')
  await outlivesReload(editor, '定为重复', '所重复信息的编号', '2026Q4-')
  await outlivesReload(editor, '写明原因并退回', '退回原因', '写到一半的退回原因')
  await outlivesReload(editor, '登记批示', '批示内容', '写到一半的批示')

  await editor.locator('summary', { hasText: '登记批示' }).click()
  await editor.getByLabel('批示内容').fill('请总结推广。')
  const cookies = await editor.context().cookies()
  await editor.context().clearCookies()
  await editor.getByRole('button', { name: '登记批示' }).click()
  await expect(editor.getByRole('alert').filter({ hasText: '登录已失效' })).toBeVisible()
  await expect(editor.getByLabel('批示内容')).toHaveValue('请总结推广。')
  await editor.context().addCookies(cookies)
  await editor.reload()
  await expect(editor.getByLabel('批示内容')).toHaveValue('请总结推广。')
  await editor.getByRole('button', { name: '登记批示' }).click()
  await expect(editor.getByText(/区级.*请总结推广。|请总结推广。/).first()).toBeVisible()
  await editor.reload()
  await expect(restored(editor)).toHaveCount(0)
  await outlivesReload(editor, '登记反馈', '反馈情况', '写到一半的反馈')
  await outlivesReload(editor, '撤销批示', '撤销原因', '写到一半的撤销原因')
})

test('what is written into a notice, an objection and the office’s libraries outlives a reload', async ({
  browser,
}) => {
  await inTheNotice(browser)
})

async function inTheNotice(browser: Browser): Promise<void> {
  const quarter = quarterOfInstant(Date.now())
  const [editor, clerk] = [await as(browser, 'senior'), await as(browser, 'otherTownClerk')]
  await editor.goto(`/notices/${quarter}/objections`)
  await editor.locator('summary', { hasText: '异议期' }).click()
  await editor.getByLabel('异议截止日期').fill('2099-12-01')
  await editor.getByRole('button', { name: '开放异议期' }).click()
  await expect(editor.getByText(/异议期到 .* 结束/).first()).toBeVisible()

  await clerk.goto(`/notices/${quarter}/objections`)
  await clerk.getByLabel('异议内容').fill('写到一半的异议')
  await clerk.reload()
  await expect(clerk.getByLabel('异议内容')).toHaveValue('写到一半的异议')
  await clerk.getByRole('button', { name: '提出异议' }).click()
  await expect(clerk.getByText('异议已提交')).toBeVisible()
  await expect(clerk.getByLabel('异议内容')).toHaveValue('')
  await clerk.reload()
  await expect(clerk.getByLabel('异议内容')).toHaveValue('')

  await editor.reload()
  await editor.getByLabel('答复', { exact: true }).fill('写到一半的答复')
  await editor.reload()
  await expect(editor.getByLabel('答复', { exact: true })).toHaveValue('写到一半的答复')

  await editor.goto(`/notices/${quarter}`)
  await editor.getByRole('button', { name: '起草通报' }).click()
  await expect(editor.getByRole('heading', { name: '起草通报' })).toBeVisible()
  const first = editor
    .locator('li')
    .filter({ has: editor.locator('summary', { hasText: '改写正文' }) })
    .first()
  await first.locator('summary').click()
  const written = await first.getByLabel('文字').inputValue()
  await first.getByLabel('文字').fill(`${written}写到一半。`)
  await editor.getByLabel('发文机关', { exact: true }).fill('写到一半的发文机关')
  await editor.reload()
  await expect(first.getByLabel('文字')).toHaveValue(`${written}写到一半。`)
  await expect(editor.getByLabel('发文机关', { exact: true })).toHaveValue('写到一半的发文机关')
  await first.getByRole('button', { name: '放弃恢复' }).click()
  await expect(first.getByLabel('文字')).toHaveValue(written)
  await outlivesReload(editor, '增加一段', '文字', '写到一半的段落')

  await editor.goto('/suggestions')
  await editor.getByLabel('内容').last().fill('写到一半的建议')
  await editor.reload()
  await expect(editor.getByLabel('内容').last()).toHaveValue('写到一半的建议')
  await editor.goto('/reasons')
  await editor.getByLabel('原因', { exact: true }).last().fill('写到一半的原因')
  await editor.reload()
  await expect(editor.getByLabel('原因', { exact: true }).last()).toHaveValue('写到一半的原因')
}

test('who signs out is told what this browser keeps and the server has not; then Back shows nothing', async ({
  browser,
}) => {
  const clerk = await asNew(browser, 'clerk')
  const kept = () => clerk.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('yanxin:')).length)
  await clerk.goto('/items/new')
  await clerk.getByLabel('标题').fill('写到一半的标题')
  await expect.poll(kept).toBe(1)
  await clerk.getByRole('button', { name: '退出' }).click()
  const dialog = clerk.getByRole('dialog', { name: '还有没有提交的内容' })
  await dialog.getByRole('button', { name: '返回继续写' }).click()
  await expect(clerk.getByLabel('标题')).toHaveValue('写到一半的标题')
  await clerk.getByRole('button', { name: '退出' }).click()
  await dialog.getByRole('button', { name: '清除并退出' }).click()
  await expect(clerk.getByRole('button', { name: '登录' })).toBeVisible()
  expect(await kept()).toBe(0)
  await clerk.goBack()
  await expect(clerk.getByRole('button', { name: '登录' })).toBeVisible()
  await expect(clerk.getByText('写到一半的标题')).toHaveCount(0)
})
