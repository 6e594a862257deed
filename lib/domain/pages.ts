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
  '/desk': 'desk.read',
  '/desk/[id]': 'desk.read',
  '/ranking': 'figures.read',
  '/ranking/[quarter]': 'figures.read',
  '/ranking/[quarter]/list': 'figures.read',
  '/ranking/[quarter]/tables': 'figures.read',
  '/notices': 'notice.read',
  '/notices/[quarter]': 'notice.read',
  '/notices/[quarter]/text': 'notice.read',
  '/accounts': 'account.read',
  '/sessions': 'session.read',
  '/audit': 'audit.read',
  '/password': 'password.change',
  '/signed-in': 'home.read',
  '/sign-in': 'public',
  '/api/health': 'public',
  '/api/auth/[...nextauth]': 'public',
  '/api/figures/[quarter]': 'figures.read',
} as const satisfies Record<string, Action | 'public'>

/** The right that the page at this path asks for, or null where there is no such page. */
export function rightOfPage(path: string): Action | null {
  const exact = (PAGES as Record<string, Action | 'public'>)[path]
  const found = exact ?? Object.entries(PAGES).find(([pattern]) => matches(pattern, path))?.[1]
  return found === undefined || found === 'public' ? null : found
}

function matches(pattern: string, path: string): boolean {
  const [a, b] = [pattern.split('/'), path.split('/')]
  return a.length === b.length && a.every((part, i) => part.startsWith('[') || part === b[i])
}
