import { expect, test } from 'vitest'
import { addressAsked, addressRefused, fileIn, rightAsked, rightIn } from './access'

test('a refused right is named with the address that was asked for, and taken apart again', () => {
  const address = addressRefused('/items/[id]/attachments/[attachment]', { id: 'a-1', attachment: 'b.2' })
  expect(rightIn(rightAsked('item.read', address))).toEqual({
    ...{ right: 'item.read', address: '/items/a-1/attachments/b.2', asked: ['a-1', 'b.2'] },
  })
  expect(rightIn(rightAsked('item.submit'))).toEqual({ right: 'item.submit', address: '', asked: [] })
  expect([rightIn('right nonsense'), rightIn('a-1')]).toEqual([null, null])
})

test('what somebody typed into an address is not kept', () => {
  expect(addressRefused('/desk/[id]', { id: '某人 13800000000' })).toBe('/desk/[id] …')
})

test('a file that was taken away is named with what it was asked by', () => {
  const subject = addressAsked('/ranking/[quarter]/csv', { quarter: '2026Q2' }, new URLSearchParams({ table: 'x' }))
  expect(fileIn(subject)).toEqual({ words: '排名表格', asked: ['2026Q2', 'x'] })
})
