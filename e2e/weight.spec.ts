import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { as, type PEOPLE, test } from './people'

const KB = 1024

/** How much script a page may load, as it is sent. */
const MOST: [path: string, who: keyof typeof PEOPLE, kilobytes: number][] = [
  ['/', 'clerk', 150],
  ['/items', 'clerk', 150],
  ['/ranking/2020Q3', 'reader', 150],
  ['/notices/2020Q3', 'reader', 150],
  ['/ranking/2020Q3/list?f=district', 'reader', 150],
  ['/items/new', 'clerk', 169],
  ['/desk', 'editor', 176],
]

/** The sizes of all scripts that a page loads before anybody touches it, packed as the server sends them. */
async function scriptOf(page: Page, path: string): Promise<number> {
  const html = await (await page.request.get(path)).text()
  const sources = new Set(
    [...html.matchAll(/<script(?![^>]*noModule)[^>]* src="([^"]+)"/g)].map(([, source]) => source ?? ''),
  )
  expect(sources.size, path).toBeGreaterThan(2)
  let bytes = 0
  for (const source of sources) bytes += gzipSync(await (await page.request.get(source)).body()).length
  return bytes
}

test('pages load no more script than they need', async ({ browser }) => {
  const over: string[] = []
  for (const [path, who, most] of MOST) {
    const page = await as(browser, who)
    const bytes = await scriptOf(page, path)
    if (bytes > most * KB) over.push(`${path}: ${Math.round(bytes / KB)} KB, not ${most}`)
    await page.context().close()
  }
  expect(over).toEqual([])
})
