import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What axe finds on a page, a line each. Of what is in order it need not gather the places, and as our pages hold no
 * page of another origin, it need not open one of its own to read them.
 */
export async function barriers(page: Page): Promise<string[]> {
  // While a page is read anew it has no title for an instant.
  await expect(page).toHaveTitle(/./)
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
  return (await axe.analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`)
}
