import { expect, type Page } from '@playwright/test'
import { sampleItems } from '@/cli/sample/items'
import { as, test } from './people'

/** Items of the sample that nothing else here adopts at the city; the day lies in 2020 Q4, away from the printed figures. */
const DAY = '2020-10-09'
const sample = sampleItems().filter(({ unit }) => ['区统计局', '区商务局'].includes(unit))
const [first, second, third, fourth] = sample.map((item) => ({ ...item, bare: item.title.replace('【样例】', '') }))
if (!first || !second || !third || !fourth) throw new Error('the sample has too few items')

async function receive(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/upper')
  await page.getByLabel('清单名称').fill(name)
  await page.getByLabel('市级采用·信息').check()
  await page.getByLabel('采用日期（可不填）').fill(DAY)
  await page.getByLabel('粘贴清单').fill(text)
  await page.getByRole('button', { name: '收下清单，逐条比对' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('a pasted list: certain lines are ticked, one confirmation posts them, the rest waits or is dropped', async ({
  browser,
}) => {
  const page = await as(browser, 'editor')
  await page.goto('/')
  await page.getByRole('link', { name: '上级采用反馈' }).click()
  await receive(
    page,
    '样例清单一',
    [
      '《样例专报》第7期',
      `1. 关于${first.bare.replace(/[“”]/g, '"')}的报告（${first.unit}）`,
      `2. ${second.bare}（安岳县）`,
      '3. 某县一项毫无关联之事',
    ].join('\n'),
  )
  const lines = page.locator('#field-ticks > li')
  await expect(lines).toHaveCount(3)
  await expect(lines.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await expect(lines.nth(0)).toContainText('标题相同；单位一致；报送于')
  await expect(lines.nth(1)).toContainText('单位不同')
  await lines.nth(1).getByRole('radio').first().check()
  await expect(lines.nth(1).getByRole('checkbox')).toBeChecked()
  await lines.nth(1).getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: '登记勾选的各条' }).click()
  await expect(page.getByRole('status').filter({ hasText: '登记 1 条。' })).toContainText(
    `第1条：已登记到 ${first.ref}：市级采用·信息，2020年10月9日，《样例专报》第7期`,
  )
  await expect(lines).toHaveCount(2)
  await page.getByRole('link', { name: '剔除第3条' }).click()
  await page.getByLabel('不是本区报送的信息').check()
  await page.getByRole('button', { name: '剔除' }).click()
  await expect(lines).toHaveCount(1)
  await expect(page.getByRole('table')).toContainText('已剔除')
  await page.goto('/upper')
  const row = page.getByRole('row').filter({ hasText: '样例清单一' })
  await expect(row.getByRole('cell').filter({ hasText: /^1$/ })).toHaveCount(3)

  await receive(page, '读错的清单', '一、《资阳快讯》采用（市级简讯）\n1. 某县一项毫无关联之事\n合计：1条')
  await expect(lines).toHaveCount(1)
  await expect(lines.first()).toContainText('市级采用·简讯')
  await page.getByRole('button', { name: '整份收回' }).click()
  await expect(page.getByRole('row').filter({ hasText: '读错的清单' })).toBeVisible()
})

test('works without scripts: an item by its number, a line with no choice says so, a fault keeps what was typed', async ({
  browser,
}) => {
  const page = await as(browser, 'editor', { javaScriptEnabled: false })
  await page.goto('/upper')
  await page.getByLabel('粘贴清单').fill('甲乙丙丁之事')
  await page.getByRole('button', { name: '收下清单，逐条比对' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '需要修改' })).toContainText('请填写清单名称。')
  await expect(page.getByLabel('粘贴清单')).toHaveValue('甲乙丙丁之事')
  await receive(page, '样例清单二', '甲乙丙丁之事\n戊己庚辛之事')
  const lines = page.locator('#field-ticks > li')
  await lines.nth(0).getByRole('checkbox').check()
  await lines.nth(0).getByRole('textbox').fill(third.ref)
  await lines.nth(1).getByRole('checkbox').check()
  await page.getByRole('button', { name: '登记勾选的各条' }).click()
  const said = page.getByRole('status').filter({ hasText: '登记 1 条，1 条没有登记。' })
  await expect(said).toContainText(`第1条：已登记到 ${third.ref}`)
  await expect(said).toContainText('第2条没有登记：没有选择信息')
})

test('a file is read by the heads of its columns; a wrong row is named and nothing is taken in', async ({
  browser,
}) => {
  const page = await as(browser, 'editor')
  const csv = (day: string) => ({
    name: '清单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`标题,单位,采用日期,刊物,期号\n${fourth.title},${fourth.unit},${day},样例专报,8\n`),
  })
  await page.goto('/upper')
  await page.getByLabel('清单名称').fill('样例清单三')
  await page.getByLabel('省级采用').check()
  await page.getByLabel('或者选择文件').setInputFiles(csv('国庆后'))
  await page.getByRole('button', { name: '收下清单，逐条比对' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '没有导入' })).toContainText(
    '清单.csv:2: 采用日期：“国庆后”不是日期。',
  )
  await page.getByLabel('或者选择文件').setInputFiles(csv(DAY))
  await page.getByRole('button', { name: '收下清单，逐条比对' }).click()
  await expect(page.locator('#field-ticks > li').getByRole('checkbox')).toBeChecked()
  await expect(page.locator('#field-ticks')).toContainText('省级采用，2020年10月9日，《样例专报》第8期')
})

test('days that are missing are asked for, a misread line is changed, a misread list is taken back', async ({
  browser,
}) => {
  const page = await as(browser, 'editor')
  const take = async (name: string, text: string) => {
    await page.goto('/upper')
    await page.getByLabel('清单名称').fill(name)
    await page.getByLabel('市级采用·信息').check()
    await page.getByLabel('粘贴清单').fill(text)
    await page.getByRole('button', { name: '收下清单，逐条比对' }).click()
  }
  await take('样例清单五', '二、《样例快讯》采用（市级简讯）\n子丑寅卯之事\n辰巳午未之事\n合计：2条')
  await expect(page.locator('#field-ticks > li')).toHaveCount(2)
  await expect(page.locator('#field-ticks')).toContainText('市级采用·简讯，没有写明采用日期，《样例快讯》')
  await page.getByLabel('采用日期').fill(DAY)
  await page.getByRole('button', { name: '填入 2 条' }).click()
  await expect(page.locator('#field-ticks > li').first()).toContainText('市级采用·简讯，2020年10月9日')
  await page.getByRole('link', { name: '更改第1条' }).click()
  await page.getByLabel('期号').fill('9')
  await page.getByRole('button', { name: '保存更改' }).click()
  await expect(page.locator('#field-ticks > li').first()).toContainText('2020年10月9日，《样例快讯》第9期')
  await page.getByRole('button', { name: '整份收回' }).click()
  await expect(page.getByRole('row').filter({ hasText: '样例清单五' })).toContainText('2')
})

test('fits a phone', async ({ browser }) => {
  const page = await as(browser, 'editor', { viewport: { width: 390, height: 844 } })
  await receive(page, '样例清单四', `1. ${second.bare}（${second.unit}）`)
  for (const path of [page.url(), '/upper']) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
})
