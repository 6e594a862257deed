import { expect, test } from 'vitest'
import { rightOf } from './pages'

test('a page with an address of its own is asked by its pattern', () => {
  expect(rightOf('/items/[id]')).toBe('item.read')
})
