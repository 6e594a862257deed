import { expect, test } from 'vitest'
import { rightOf, rightOfPage } from './pages'

test.each([
  ['/', 'home.read'],
  ['/items/new', 'item.save'],
  ['/items/a-1', 'item.read'],
  ['/items/a-1/attachments/b-2', 'item.read'],
  ['/desk/proposals', 'desk.read'],
  ['/commissions/new', 'commission.ask'],
  ['/commissions/7', 'commission.read'],
  ['/ranking/2020Q3/list', 'figures.read'],
  ['/notices/2020Q3', 'notice.read'],
])('the page at %s asks for %s', (path, right) => expect(rightOfPage(path)).toBe(right))

test.each([
  '/login',
  '/api/health',
  '/nowhere',
  '/ranking/2020Q3/nowhere',
  '/items/a-1/attachments',
  '/items/a-1/b',
  '',
])('a refusal at “%s” names no right: there is no such page, or it is for all', (path) =>
  expect(rightOfPage(path)).toBeNull(),
)

test('a page with an address of its own is asked by its pattern', () => {
  expect(rightOf('/items/[id]')).toBe('item.read')
})
