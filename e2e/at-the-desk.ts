import { expect, type Page } from '@playwright/test'
import { KINDS } from '@/lib/domain/adoptions/kinds'
import { quarterOfInstant } from '@/lib/domain/time/quarter'

// The sample's newest quarter in which nothing else of these journeys happens: figures there move by this file alone.
export const FILTER = '?quarter=2020Q3&state=ungraded'
const quarter = quarterOfInstant(Date.now())

export const reading = (page: Page) => page.getByRole('region', { name: '正文' })
export const title = (page: Page) => reading(page).getByRole('heading').first()
export const said = (page: Page) => page.getByRole('group', { name: '办理' }).getByRole('status')
export const list = (page: Page) => page.locator('[data-live]')
/** The rows of the list; without scripts too. */
export const rows = (page: Page) => page.getByRole('table', { name: '来稿，由新到旧' }).locator('tbody tr')
export const opened = (page: Page) => page.locator('tr[data-open]')

export async function atTheDesk(page: Page, filter = FILTER): Promise<void> {
  await page.goto(`/desk${filter}`)
  await expect(list(page)).toBeVisible()
  await expect(title(page)).toBeVisible()
}

/** At the desk, with the items after the first read ahead. */
export async function atTheDeskWithMore(page: Page): Promise<void> {
  const ahead = page.waitForResponse(/\/desk\/reading\?ids=/)
  await atTheDesk(page)
  await (await ahead).finished()
}

/** Presses a key so many times. */
export async function pressed(page: Page, key: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(key)
}

/** What the unit tables of the running quarter's ranking say, summed by kind in the order of the columns. */
export async function adoptedInRanking(page: Page): Promise<number[]> {
  const answer = await page.request.get(`/ranking/${quarter}/csv?table=adoption-department`)
  const towns = await page.request.get(`/ranking/${quarter}/csv?table=adoption-town`)
  const sums = KINDS.map(() => 0)
  for (const text of [await answer.text(), await towns.text()]) {
    const [head = '', ...lines] = text.trim().split(/\r?\n/)
    const first = head.split(',').indexOf('采编条数') // the kinds stand side by side, in their order
    expect(first).toBeGreaterThan(0)
    for (const line of lines) {
      const cells = line.split(',')
      KINDS.forEach((_, i) => {
        sums[i] = (sums[i] ?? 0) + Number(cells[first + i])
      })
    }
  }
  return sums
}
