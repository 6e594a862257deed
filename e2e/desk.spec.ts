import { expect, type Page } from '@playwright/test'
import { KINDS } from '@/lib/domain/adoptions/kinds'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import {
  adoptedInRanking,
  atTheDesk,
  atTheDeskWithMore,
  FILTER,
  list,
  opened,
  pressed,
  reading,
  rows,
  said,
  title,
} from './at-the-desk'
import { as, test } from './people'

test.use({ viewport: { width: 1440, height: 900 } })

/** Grades n items by keyboard alone, each with the kind whose turn it is; gives the wanted sums. */
async function gradeByKeys(page: Page, n: number): Promise<number[]> {
  const wanted = KINDS.map(() => 0)
  for (let i = 0; i < n; i++) {
    const kind = i % KINDS.length
    await page.keyboard.press(String(kind + 1))
    await expect(said(page)).toHaveText(`已登记：${KINDS[kind]?.name}`)
    await expect(opened(page)).toContainText(KINDS[kind]?.column ?? '')
    wanted[kind] = (wanted[kind] ?? 0) + 1
    const before = await title(page).innerText()
    await page.keyboard.press('j')
    await expect(title(page)).not.toHaveText(before)
  }
  return wanted
}

test('items are graded by keyboard alone, and the ranking has every one of them', async ({ browser }) => {
  const n = process.env.YANXIN_FULL === '1' ? 100 : 20
  const page = await as(browser, 'editor')
  const before = await adoptedInRanking(page)
  await atTheDesk(page)
  const wanted = await gradeByKeys(page, n)
  // Adopted today, so they score in the running quarter.
  const after = await adoptedInRanking(page)
  expect(after.map((sum, i) => sum - (before[i] ?? 0))).toEqual(wanted)
})

test('U takes back the last act; it stays in the history', async ({ browser }) => {
  const page = await as(browser, 'editor')
  await atTheDesk(page)
  await page.keyboard.press('j')
  await page.keyboard.press('2')
  await page.keyboard.press('u')
  await expect(said(page)).toContainText('已撤销刚才的登记')
  await expect(opened(page)).toContainText('待处理')
  await expect(
    reading(page)
      .getByRole('region', { name: '办理过程' })
      .getByText(/撤销采用：.*误操作，立即撤销/),
  ).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('u')
    await expect(said(page)).toContainText('没有可以撤销的操作', { timeout: 1_000 })
  }).toPass()
})

test('no key acts while someone types, with Ctrl, or once they are switched off', async ({ browser }) => {
  const page = await as(browser, 'editor')
  await atTheDesk(page)
  const first = await title(page).innerText()
  await page.keyboard.press('/')
  await page.keyboard.type('j2bxu?')
  await expect(page.getByRole('searchbox')).toHaveValue('j2bxu?')
  await page.getByLabel('刊物').last().fill('样例')
  await page.keyboard.type('j2u')
  await expect(page.locator('dialog')).toHaveCount(0)
  await expect(said(page)).toHaveText('')
  await expect(title(page)).toHaveText(first)

  await reading(page).focus()
  await page.keyboard.press('Control+j')
  await expect(title(page)).toHaveText(first)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: '按键' })
  await expect(keys).toBeVisible()
  await page.keyboard.press('j')
  await expect(title(page)).toHaveText(first)
  await keys.getByLabel(/启用单个字符的按键/).uncheck()
  await page.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
  await page.keyboard.press('j')
  await page.keyboard.press('2')
  await expect(title(page)).toHaveText(first)
  await page.reload()
  await expect(list(page)).toBeVisible()
  await page.keyboard.press('j')
  await expect(title(page)).toHaveText(first)
  await page.keyboard.press('ArrowDown')
  await expect(title(page)).not.toHaveText(first)
})

test('what is open stands in the address; the back button goes back to it', async ({ browser }) => {
  const page = await as(browser, 'editor')
  await atTheDesk(page)
  await rows(page).nth(2).getByRole('link').click()
  const third = await title(page).innerText()
  await expect(page).toHaveURL(/open=/)
  await rows(page).nth(4).getByRole('link').click()
  await expect(title(page)).not.toHaveText(third)
  await page.goBack()
  await expect(title(page)).toHaveText(third)
  await page.reload()
  await expect(title(page)).toHaveText(third)
  await expect(rows(page).nth(2)).toHaveAttribute('data-open', 'true')
})

test('B asks for a reason with the focus in it, X for one too, and a second editor sees who was first', async ({
  browser,
}) => {
  const [page, other] = [await as(browser, 'editor'), await as(browser, 'senior')]
  const filter = '?category=town&state=ungraded&quarter=2020Q3'
  await atTheDesk(page, filter)
  await atTheDesk(other, filter)
  await other.keyboard.press('3')
  await expect(said(other)).toHaveText('已登记：区级采用·简讯')
  await page.keyboard.press('3')
  await expect(said(page)).toContainText(/您打开之后，这条信息有新的办理：.*采用登记：区级采用·简讯|已有相同/)
  await page.keyboard.press('4')
  await expect(said(page)).toHaveText('已登记：市级采用·信息')
  await page.keyboard.press('u')
  await expect(said(page)).toContainText('已撤销')
  await other.keyboard.press('u')
  await expect(said(other)).toContainText('已撤销')

  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByLabel('说明（可不填）').fill('属一般性工作动态。')
  await page.getByRole('button', { name: '定为未采用' }).click()
  await expect(opened(page)).toContainText('未采用')
  await expect(page.locator('dialog')).toHaveCount(0)
  await page.keyboard.press('u')
  await expect(said(page)).toContainText('已恢复为已接收')

  await page.keyboard.press('j')
  await page.keyboard.press('b')
  await expect(page.getByLabel('退回原因')).toBeFocused()
  await page.keyboard.type('jjx')
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog')).toHaveCount(0)
})

test('without scripts the list leads to each item', async ({ browser }) => {
  const signed = await as(browser, 'editor')
  const page = await browser.newPage({
    javaScriptEnabled: false,
    storageState: await signed.context().storageState(),
    viewport: { width: 1440, height: 900 },
  })
  await page.goto(`/desk${FILTER}`)
  await rows(page).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: '登记采用' })).toBeVisible()
  await page.getByLabel('采编上报').check()
  await page.getByLabel('采用日期').fill(dayOfInstant(Date.now()))
  await page.getByRole('button', { name: '登记采用' }).click()
  await expect(page.getByText('已登记：采编上报')).toBeVisible()
})

test('the next items are here before they are asked for: J goes on through the list with the network gone', async ({
  browser,
}) => {
  const page = await as(browser, 'editor')
  await atTheDeskWithMore(page)
  await page.context().setOffline(true)
  const goOn = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const before = await title(page).innerText()
      await page.keyboard.press('j')
      await expect(title(page)).not.toHaveText(before)
    }
  }
  await goOn(10)
  await page.context().setOffline(false)
  await goOn(10)
})

test('who is no longer signed in is told so, and reads on once they are, without pressing anything', async ({
  browser,
}) => {
  const page = await as(browser, 'editor')
  await atTheDeskWithMore(page)
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await pressed(page, 'j', 25)
  const alert = reading(page).getByRole('alert')
  await expect(alert).toContainText('登录已失效：请在新窗口重新登录，再回到本页继续。')
  await expect(alert.getByRole('link', { name: '在新窗口登录' })).toHaveAttribute('href', '/sign-in?next=%2Fsigned-in')
  await expect(reading(page).getByText('正在读取…')).toHaveCount(0)
  await page.context().addCookies(cookies)
  await expect(title(page)).toBeVisible()
  await expect(alert).toHaveCount(0)
})

test('where the office wants it, a grade waits for another editor, and the unit sees it once released', async ({
  browser,
}) => {
  const senior = await as(browser, 'senior')
  const choose = async (words: RegExp) => {
    await senior.goto('/desk')
    await senior.locator('summary', { hasText: '采用的发布' }).click()
    await senior.getByLabel(words).check()
    await senior
      .locator('details', { hasText: '采用的发布' })
      .getByRole('button', { name: '保存', exact: true })
      .click()
    await expect(senior.getByText(/^已(启用|停用)/)).toBeVisible()
  }
  await choose(/没有发布权限的编辑登记的/)
  try {
    const editor = await as(browser, 'editor')
    const clerk = await as(browser, 'townClerk')
    await atTheDesk(editor, '?text=中和镇&state=ungraded&category=town')
    const waiting = await title(editor).innerText()
    await editor.keyboard.press('6')
    await expect(said(editor)).toHaveText('已提出采用建议，待发布：省级采用')
    await expect(editor.getByText(/待发布：省级采用/).first()).toBeVisible()
    const id = await opened(editor).getAttribute('data-id')
    await clerk.goto(`/items/${id}`)
    await expect(clerk.getByText('省级采用')).toHaveCount(0)

    await senior.goto('/desk/proposals')
    const line = senior.getByRole('listitem').filter({ hasText: waiting })
    await line.getByRole('button', { name: '发布', exact: true }).click()
    await expect(senior.getByRole('listitem').filter({ hasText: waiting })).toHaveCount(0)
    await clerk.reload()
    await expect(clerk.getByText('省级采用').first()).toBeVisible()
    await senior.goto(`/desk/${id}`)
    await senior.getByRole('link', { name: '撤销省级采用' }).click()
    await senior.getByLabel('撤销原因').fill('样例流程已走完')
    await senior.getByRole('button', { name: '撤销采用' }).click()
    await expect(senior.getByText('已撤销，原因记入办理记录。')).toBeVisible()
  } finally {
    await choose(/编辑登记即生效/)
  }
})
