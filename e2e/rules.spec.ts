import { expect, type Page } from '@playwright/test'
import { nextQuarter, type Quarter, quarterName, quarterOfInstant } from '@/lib/domain/time/quarter'
import { barriers } from './axe'
import { as, test } from './people'

const quarter = quarterOfInstant(Date.now())
// A publication of this journey's own, so that no other one's points move.
const PUBLICATION = '计分试行专刊'
const SAYS = `《${PUBLICATION}》采用的计 3.5 分/条。`

/** Chooses what a new line of the rule book says; fills what goes with it. */
async function write(page: Page, line: string, { publication = '', points = '', source = '' } = {}): Promise<void> {
  await page.getByLabel('规定的内容').selectOption(line)
  await page.getByLabel('适用于').selectOption('部门')
  await page.getByLabel('刊物名称').fill(publication)
  await page.getByLabel('分值', { exact: true }).fill(points)
  await page.getByLabel('依据文件').fill(source)
  await page.getByRole('button', { name: '写入计分办法' }).click()
}

/** Takes a line away that holds from a quarter on, by what it says. */
async function drop(page: Page, from: Quarter, says: string): Promise<void> {
  await page.getByLabel('要撤去的规定').selectOption(`${quarterName(from)}起，部门：${says}`)
  await page.getByRole('region', { name: '撤去写错的规定' }).getByRole('button', { name: '撤去' }).click()
  await expect(page.getByText(`已撤去自${quarterName(from)}起的规定：${says}。`)).toBeVisible()
}

for (const scripts of [true, false]) {
  test(`the office writes a rule ${scripts ? '' : 'without scripts '}and reads it in plain words; the ranking's legend says so`, async ({
    browser,
  }) => {
    const [senior, reader] = [await as(browser, 'senior', { javaScriptEnabled: scripts }), await as(browser, 'reader')]
    await senior.goto('/rules')
    await expect(senior.getByRole('heading', { level: 1 })).toHaveText(`${quarterName(quarter)}计分办法`)

    await write(senior, '刊物采用计分（写明刊物名称）', { publication: PUBLICATION, source: '样例文件一号' })
    await expect(senior.getByText('请填写分值。').first()).toBeVisible()
    await expect(senior.getByLabel('规定的内容')).toHaveValue('publication')
    await expect(senior.getByLabel('适用于')).toHaveValue('department')
    await expect(senior.getByLabel('刊物名称')).toHaveValue(PUBLICATION)
    await expect(senior.getByLabel('依据文件')).toHaveValue('样例文件一号')
    await senior.getByLabel('分值', { exact: true }).fill('3.5')
    await senior.getByRole('button', { name: '写入计分办法' }).click()
    await expect(senior.getByText(/^已写入/)).toContainText(`部门：${SAYS}`)

    await reader.goto('/rules')
    const departments = reader.getByRole('region', { name: '部门' })
    await expect(departments.getByText(SAYS)).toBeVisible()
    await expect(departments.getByText(`自${quarterName(quarter)}起，依据样例文件一号`)).toBeVisible()
    await expect(departments.getByText(`一条信息刊于《${PUBLICATION}》，计 3.5 分。`)).toBeVisible()
    await expect(reader.getByRole('region', { name: '镇街' }).getByText(PUBLICATION)).toHaveCount(0)
    await expect(reader.getByRole('table', { name: '历次规定' })).toContainText(SAYS)
    await expect(reader.getByRole('button', { name: '写入计分办法' })).toHaveCount(0)
    await reader.goto(`/ranking/${quarter}`)
    await expect(reader.getByText(SAYS).first()).toBeVisible()

    // The next line is of the same document and quarter unless it is said otherwise.
    const later = nextQuarter(quarter)
    await senior.getByLabel('开始执行的季度').selectOption(quarterName(later))
    await write(senior, '约稿未回复扣分', { points: '0.5', source: '样例文件二号' })
    await expect(senior.getByText(/^已写入，自/)).toContainText(quarterName(later))
    await expect(senior.getByLabel('依据文件')).toHaveValue('样例文件二号')
    await expect(senior.getByLabel('开始执行的季度')).toHaveValue(later)
    await expect(senior.getByLabel('规定的内容')).toHaveValue('')
    await write(senior, '报送得分最高分', { points: '0.5' })
    await expect(senior.getByText('报送得分最高却只计 0.5 分').first()).toBeVisible()
    await expect(senior.getByText(`《${PUBLICATION}》另设了分值`)).toBeVisible()

    await drop(senior, later, '约稿到结束时仍未回复的，每次扣 0.5 分，扣完为止')
    await drop(senior, quarter, SAYS.slice(0, -1))
    await reader.reload()
    await expect(reader.getByText(SAYS)).toHaveCount(0)
  })
}

test('the book of an earlier quarter is read, and from there its simulation', async ({ browser }) => {
  const reader = await as(browser, 'reader')
  await reader.goto('/rules')
  await reader.getByLabel('季度').selectOption('2020年三季度')
  await reader.getByRole('button', { name: '查看' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('2020年三季度计分办法')
  await expect(reader.getByText('任务 18 条，报送 11 条，计 3.06 分').first()).toBeVisible()
  await expect(reader.getByText('同一信息多次采用的，得分累加。').first()).toBeVisible()
  await reader.getByRole('main').getByRole('link', { name: '试算' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('2020年三季度计分试算')
})

test('a level that was added by mistake is taken away; one is not added twice, and never in the place of one of every district', async ({
  browser,
}) => {
  const senior = await as(browser, 'senior')
  await senior.goto('/rules')
  const levels = senior.getByRole('region', { name: '增加采用级别' })
  await senior.getByLabel('级别名称').fill('试行级')
  await senior.getByLabel('是否分信息和简讯').selectOption('不分')
  await senior.getByRole('button', { name: '增加级别' }).click()
  await senior.getByLabel('要撤去的级别').selectOption('试行级采用')
  await levels.getByRole('button', { name: '撤去' }).click()
  await expect(senior.getByText('已撤去“试行级采用”。')).toBeVisible()
  await senior.getByLabel('级别名称').fill('市级')
  await senior.getByLabel('是否分信息和简讯').selectOption('分信息和简讯')
  await senior.getByRole('button', { name: '增加级别' }).click()
  await expect(senior.getByText('区级、市级、省级已有').first()).toBeVisible()
  await expect(senior.getByLabel('级别名称')).toHaveValue('市级')
  await expect(senior.getByLabel('是否分信息和简讯')).toHaveValue('yes')
  expect(await barriers(senior)).toEqual([])
})
