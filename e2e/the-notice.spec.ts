import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page } from '@playwright/test'
import { chance } from '@/cli/sample/chance'
import { keyAt, post } from './actions'
import { barriers } from './axe'
import { as, test } from './people'

/** 2020 Q3 from the first word to the correction. The last of the journeys, since it moves the figures of the sample. */
test.describe.configure({ mode: 'serial' })

const DRAFT = '/notices/2020Q3/draft'
const NUMBER = '雁府办发〔2020〕67号'

async function uploaded(page: Page, name: string, bytes: Buffer): Promise<string> {
  await page.goto('/check')
  await page.getByLabel('通报文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  return page.getByRole('region', { name }).innerText()
}

/** axe finds nothing on this page, and it fits a phone. */
async function clean(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function issuedPath(browser: Browser): Promise<string> {
  const reader = await as(browser, 'reader')
  await reader.goto('/notices/2020Q3')
  return new URL(reader.url()).pathname
}

test('a writer changes the words, never a figure; what was changed waits until someone confirms it', async ({
  browser,
}) => {
  const page = await as(browser, 'editor')
  await page.goto('/notices/2020Q3')
  await expect(page.getByText('核对结果：0 处不一致')).toBeVisible()
  await page.getByRole('button', { name: '起草通报' }).click()
  await expect(page).toHaveURL(new RegExp(`${DRAFT}$`))
  await expect(page.getByText('没有填写发文字号')).toBeVisible()
  await clean(page)
  await page.getByLabel('发文字号').fill(NUMBER)
  await page.getByRole('button', { name: '保存文件要素' }).click()
  await expect(page.getByText('文件要素已保存。')).toBeVisible()

  const paragraph = page.locator('li[data-kind]').filter({ hasText: '三季度共考核57个单位' })
  await paragraph.getByText('改写正文').click()
  const text = paragraph.getByLabel('文字')
  await expect(text).toHaveValue(/共考核【考核单位】个单位/)
  await text.fill('三季度共考核【单位个数】个单位。')
  await paragraph.getByRole('button', { name: '保存文字' }).click()
  await expect(paragraph.getByText('没有“【单位个数】”这项数据').first()).toBeVisible()
  await expect(text).toHaveValue('三季度共考核【单位个数】个单位。')
  await text.fill('三季度列入考核的单位有【考核单位】个，共报送【报送条数】条。')
  await paragraph.getByRole('button', { name: '保存文字' }).click()
  const changed = page.locator('li[data-kind]').filter({ hasText: '三季度列入考核的单位有57个，共报送1386条。' })
  await expect(changed.getByText(/待确认：样例编辑改写/)).toBeVisible()
  await expect(page.getByText('有 1 段改写的文字尚未确认')).toBeVisible()
  await expect(changed.getByText('自己写过的段落，须由另一位编辑确认。')).toBeVisible()
  await expect(changed.getByRole('button', { name: '确认改写' })).toHaveCount(0)
  await expect(page.getByText(/可以印发的：样例编辑（可发布、印发）/)).toBeVisible()
  await page.getByRole('button', { name: '提请印发' }).click()
  await expect(page.getByText(/文字不再改动/)).toBeVisible()
  await expect(page.getByRole('button', { name: '印发', exact: true })).toHaveCount(0)
})

test('a second person issues it; what is issued is frozen, and every copy of it can be checked', async ({
  browser,
  page,
}) => {
  const clerk = await as(browser, 'clerk')
  await clerk.goto('/notices/2020Q3')
  await expect(clerk.getByText('本季度通报尚未印发')).toBeVisible()
  expect((await clerk.request.get('/notices/2020Q3/text')).status()).toBe(403)
  const reader = await as(browser, 'reader')
  const draft = await (await reader.request.get('/notices/2020Q3/text')).text()
  expect(draft).toMatch(/^送审稿，未印发\n/)
  expect(draft).toContain('三季度列入考核的单位有57个')

  const senior = await as(browser, 'senior')
  await senior.goto(DRAFT)
  await senior.getByRole('button', { name: '确认改写' }).click()
  await expect(senior.getByText('核对无误，可以印发。')).toBeVisible()
  await senior.getByRole('button', { name: '印发', exact: true }).click()
  await expect(senior).toHaveURL(/\/notices\/2020Q3\/[\w-]+$/)
  await expect(senior.getByText('现有数据与印发时一致。')).toBeVisible()
  await clean(senior)
  const path = new URL(senior.url()).pathname
  const id = path.split('/').at(-1)
  const code = (
    await senior.getByRole('complementary').locator('dl div').filter({ hasText: '校验码' }).locator('dd').innerText()
  ).trim()

  const text = await (await senior.request.get(`/notices/2020Q3/text?id=${id}`)).text()
  expect(text).toContain(`校验码：${code}`)
  const docx = await (await senior.request.get(`/notices/2020Q3/docx?id=${id}`)).body()
  expect(await uploaded(senior, '通报.txt', Buffer.from(text))).toContain('没有发现不一致')
  expect(await uploaded(senior, '通报.docx', docx)).toContain('没有发现不一致')
  const forged = text.replace('\t63\t5.00\t', '\t36\t5.00\t')
  expect(forged).not.toBe(text)
  expect(await uploaded(senior, '改过的通报.txt', Buffer.from(forged))).toContain('1 处不一致')

  // Nobody needs an account to check a paper.
  await page.goto('/verify')
  await page.getByLabel('校验码').fill(code.toLowerCase().replaceAll('-', ''))
  await page.getByRole('button', { name: '查验' }).click()
  await expect(page.getByText('确为本系统所发')).toBeVisible()
  await expect(page.getByText(NUMBER)).toBeVisible()
  await page.getByLabel('校验码').fill('0000-0000-0000')
  await page.getByRole('button', { name: '查验' }).click()
  await expect(page.getByText('没有以这个校验码印发的通报')).toBeVisible()
})

test('50 random single changes of an issued text are all found at the page', async ({ browser, baseURL }) => {
  const path = await issuedPath(browser)
  const reader = await as(browser, 'reader')
  const text = (await (await reader.request.get(`/notices/2020Q3/text?id=${path.split('/').at(-1)}`)).text()).trimEnd()
  const key = await keyAt(reader.request, '/check')
  const found = async (content: string, index: number) => {
    const answer = await post(reader.request, 'checkText', { key: `${key}-${index}`, text: content }, baseURL)
    return /"faults":\[\{/.test(await answer.text())
  }
  expect(await found(text, 0)).toBe(false)
  // The same places every time; other ones in every trial of the check's own tests.
  const drawn = chance('single changes of an issued text')
  for (let index = 1; index <= 50; index++) {
    let at = drawn.between(0, text.length - 1)
    while (/\s/.test(text[at] ?? ' ')) at = (at + 1) % text.length
    const to = text[at] === '7' ? '镇' : '7'
    const changed = text.slice(0, at) + to + text.slice(at + 1)
    expect(
      await found(changed, index),
      `${text.slice(at - 10, at)}[${text[at]}→${to}]${text.slice(at + 1, at + 10)}`,
    ).toBe(true)
  }
})

test('a PDF of the issued notice leaves the server', async ({ browser }) => {
  const reader = await as(browser, 'reader')
  await reader.goto('/notices/2020Q3')
  const download = reader.waitForEvent('download')
  await reader.getByRole('link', { name: 'PDF' }).click()
  const file = await (await download).path()
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
})

test('every figure of an issued notice opens as many rows as it says, as they were', async ({ browser }) => {
  const path = await issuedPath(browser)
  const clerk = await as(browser, 'clerk')
  await clerk.goto(path)
  const figure = clerk.locator('main a[href*="/list?f=district"]').first()
  const said = Number(await figure.innerText())
  expect(said).toBe(81)
  await figure.click()
  await expect(clerk.getByText('印发时的明细')).toBeVisible()
  await expect(clerk.locator('table tbody tr')).toHaveCount(said)
  await clean(clerk)
})

test('a later change shows as issued and as it would be, and a correction says so with reason, before and after', async ({
  browser,
}) => {
  const path = await issuedPath(browser)
  const editor = await as(browser, 'editor')
  await editor.goto('/ranking/2020Q3/list?f=district_full')
  await editor.locator('table tbody a').first().click()
  await editor
    .getByRole('link', { name: /^撤销区级采用/ })
    .first()
    .click()
  await editor.getByLabel('撤销原因').fill('重复登记')
  await editor.getByRole('button', { name: '撤销采用' }).click()
  // What the notice counts is said first; pressing again is the yes.
  await expect(editor.getByText(/已印发的通报（.*）计入了这条采用/)).toBeVisible()
  await editor.getByRole('button', { name: '撤销采用' }).click()
  await expect(editor.getByText('已撤销，原因记入办理记录。')).toBeVisible()

  await editor.goto(path)
  await expect(editor.getByText(/印发后有 \d+ 处变动/)).toBeVisible()
  await expect(editor.getByText(/区级信息：印发时为\d+，现应为\d+。/).first()).toBeVisible()
  await editor.getByLabel('更正原因').fill('一条采用重复登记')
  await editor.getByRole('button', { name: '起草更正' }).click()
  await expect(editor).toHaveURL(new RegExp(`${DRAFT}$`))
  await editor.getByLabel('发文字号').fill('雁府办发〔2020〕80号')
  await editor.getByRole('button', { name: '保存文件要素' }).click()
  await expect(editor.getByText('核对无误，可以印发。')).toBeVisible()
  await editor.getByRole('link', { name: '看版面' }).click()
  await expect(editor.getByText('正在起草的更正，尚未印发')).toBeVisible()
  await expect(editor.getByText('更正对照表').first()).toBeVisible()
  await editor.goto(DRAFT)
  await editor.getByRole('button', { name: '提请印发' }).click()
  await expect(editor.getByText(/文字不再改动/)).toBeVisible()

  const senior = await as(browser, 'senior')
  await senior.goto(DRAFT)
  await senior.getByRole('button', { name: '印发', exact: true }).click()
  await expect(senior.getByText('一条采用重复登记').first()).toBeVisible()
  await expect(senior.getByText('更正对照表').first()).toBeVisible()
  await expect(senior.getByText(`（${NUMBER}）`).first()).toBeVisible()
  await expect(senior.getByText('正文“区级采用81条”更正为“区级采用80条”').first()).toBeAttached()

  await senior.goto(path)
  await expect(senior.getByText(/本通报已由雁府办发〔2020〕80号更正/)).toBeVisible()
  await senior.getByRole('link', { name: '与更正一并查看' }).click()
  await expect(senior.getByRole('article')).toHaveCount(2)
  await clean(senior)
})

test('within the window a unit objects to a count, the office answers, the unit reads it', async ({ browser }) => {
  const editor = await as(browser, 'editor')
  await editor.goto('/notices/2020Q4/objections')
  await editor.getByText('开放异议期', { exact: true }).first().click()
  await editor.getByLabel('异议截止日期').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10))
  await editor.getByRole('button', { name: '开放异议期' }).click()
  await expect(editor.getByText(/异议期到 .* 结束/).first()).toBeVisible()

  const clerk = await as(browser, 'clerk')
  await clerk.goto('/')
  await clerk.getByRole('link', { name: /2020年四季度统计核对，异议期到/ }).click()
  await clerk.getByLabel('异议内容').fill('少计一条，见工作动态第1期。')
  await clerk.getByRole('button', { name: '提出异议' }).click()
  await expect(clerk.getByText('待答复')).toBeVisible()
  const town = await as(browser, 'townClerk')
  await town.goto('/notices/2020Q4/objections')
  await expect(town.getByText('少计一条')).toHaveCount(0)

  await editor.goto('/')
  await editor.getByRole('link', { name: /2020年四季度异议待答复 1/ }).click()
  await editor.getByLabel('答复').fill('已核对，计数无误。')
  await editor.getByRole('button', { name: '答复', exact: true }).click()
  await expect(editor.getByText('答复：维持原计数')).toBeVisible()
  await clerk.reload()
  await expect(clerk.getByText('已核对，计数无误。')).toBeVisible()
})
