import type { Action } from './policy'

/**
 * Every page and route with the right it asks for; `public` needs no session. A test compares this list with what the
 * build really serves.
 */
export const PAGES = {
  '/': 'home.read',
  '/items': 'item.list',
  '/items/new': 'item.save',
  '/items/[id]': 'item.read',
  '/items/[id]/attachments/[attachment]': 'item.read',
  '/desk': 'desk.read',
  '/desk/reading': 'desk.read',
  '/desk/proposals': 'desk.read',
  '/desk/[id]': 'desk.read',
  '/reasons': 'reason.keep',
  '/focus': 'focus.read',
  '/commissions': 'commission.read',
  '/commissions/new': 'commission.ask',
  '/commissions/[id]': 'commission.read',
  '/ranking': 'figures.read',
  '/ranking/[quarter]': 'figures.read',
  '/ranking/[quarter]/list': 'figures.read',
  '/ranking/[quarter]/xlsx': 'figures.read',
  '/ranking/[quarter]/csv': 'figures.read',
  '/rules': 'figures.read',
  '/wall/[quarter]': 'figures.read',
  '/notices': 'notice.read',
  '/notices/[quarter]': 'notice.read',
  '/notices/[quarter]/text': 'notice.read',
  '/notices/[quarter]/pdf': 'notice.read',
  '/notices/[quarter]/docx': 'notice.read',
  '/notices/[quarter]/draft': 'notice.write',
  '/notices/[quarter]/objections': 'objection.read',
  '/notices/[quarter]/[id]': 'notice.read',
  '/notices/[quarter]/[id]/list': 'notice.read',
  '/suggestions': 'suggestion.keep',
  '/house': 'setting.change',
  '/check': 'check.run',
  '/verify': 'public',
  '/simulations': 'simulation.read',
  '/simulations/new': 'simulation.read',
  '/simulations/[id]': 'simulation.read',
  '/past': 'past.import',
  '/upper': 'upper.read',
  '/upper/[id]': 'upper.read',
  '/texts': 'text.read',
  '/texts/[id]': 'text.read',
  '/publications': 'publication.read',
  '/publications/[id]': 'publication.read',
  '/editions/[id]': 'publication.read',
  '/editions/[id]/docx': 'publication.read',
  '/accounts': 'account.read',
  '/sessions': 'session.read',
  '/isolations': 'isolation.isolate',
  '/isolations/[id]/files/[attachment]': 'isolation.isolate',
  '/audit': 'audit.read',
  '/account': 'session.read_own',
  '/audit/file': 'audit.read',
  '/audit/accesses': 'audit.read',
  '/audit/accesses/file': 'audit.read',
  '/password': 'password.change',
  '/kit': 'home.read',
  '/signed-in': 'home.read',
  '/account/code': 'factor.keep',
  '/sign-in': 'public',
  '/sign-in/code': 'public',
  '/api/health': 'public',
  '/api/auth/[...nextauth]': 'public',
  '/api/figures/[quarter]': 'figures.read',
} as const satisfies Record<string, Action | 'public'>

/** A page or route that asks for a right. */
export type PagePath = {
  [Path in keyof typeof PAGES]: (typeof PAGES)[Path] extends 'public' ? never : Path
}[keyof typeof PAGES]

/** The right that such a page asks for. */
export function rightOf(path: PagePath): Action {
  return PAGES[path]
}
