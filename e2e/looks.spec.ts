import { expect } from '@playwright/test'
import type { PAGES } from '@/lib/domain/people/pages'
import { barriers } from './axe'
import { as, type PEOPLE, test, urlOf } from './people'

/** Every page, with someone who may see it. */
const SEEN_BY: Partial<Record<keyof typeof PAGES, keyof typeof PEOPLE>> = {
  '/': 'clerk',
  '/items': 'clerk',
  '/items/new': 'clerk',
  '/desk': 'editor',
  '/desk/proposals': 'senior',
  '/ranking/[quarter]': 'reader',
  '/ranking/[quarter]/list': 'reader',
  '/notices/[quarter]': 'reader',
  '/notices/[quarter]/objections': 'signer',
  '/wall/[quarter]': 'reader',
  '/rules': 'senior',
  '/suggestions': 'senior',
  '/reasons': 'senior',
  '/focus': 'senior',
  '/texts': 'editor',
  '/publications': 'editor',
  '/commissions': 'editor',
  '/commissions/new': 'editor',
  '/check': 'reader',
  '/verify': 'reader',
  '/simulations': 'reader',
  '/simulations/new': 'reader',
  '/past': 'senior',
  '/accounts': 'system',
  '/sessions': 'security',
  '/isolations': 'security',
  '/audit': 'auditor',
  '/audit/accesses': 'auditor',
  '/password': 'signer',
  '/kit': 'reader',
  '/account': 'clerk',
  '/account/code': 'clerk',
  '/signed-in': 'signer',
}

test('axe finds nothing, and nothing is wider than a phone of 390 px', async ({ browser }) => {
  const found: string[] = []
  for (const who of new Set(Object.values(SEEN_BY))) {
    const page = await as(browser, who)
    const paths = Object.entries(SEEN_BY)
      .filter(([, person]) => person === who)
      .map(([path]) => urlOf(path))
    if (who === 'editor' || who === 'clerk') {
      await page.goto(who === 'editor' ? '/desk' : '/items')
      const opened = await page
        .locator(`a[href^="/${who === 'editor' ? 'desk' : 'items'}/"]:not([href$="/new"])`)
        .first()
        .getAttribute('href')
      paths.push(opened ?? '')
    }
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(path)
      found.push(...(await barriers(page)).map((barrier) => `${path}: ${barrier}`))
      await page.setViewportSize({ width: 390, height: 844 })
      const { scroll, width } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        width: innerWidth,
      }))
      if (scroll > width) found.push(`${path}: ${scroll} px wide`)
    }
  }
  expect(found).toEqual([])
})

test('the sign-in page, a page not found and a refusal are as clean', async ({ browser, page }) => {
  await page.goto('/sign-in')
  expect(await barriers(page)).toEqual([])
  const clerk = await as(browser, 'clerk')
  for (const path of ['/desk', '/items/none', '/nowhere']) {
    await clerk.goto(path)
    expect(await barriers(clerk), path).toEqual([])
  }
})
