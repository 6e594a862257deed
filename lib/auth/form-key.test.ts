import { expect, test } from 'vitest'
import { drawnFor, newFormKey } from './form-key'

const clerk = { userId: 'a', unitId: 'unit-1', role: 'clerk' } as const

test('a form knows whom it was drawn for: person, unit and role, and not which session', () => {
  const key = newFormKey(clerk)
  expect(key).toMatch(/^[0-9A-Za-z_-]{8,64}$/)
  expect(newFormKey(clerk)).not.toBe(key)
  expect(drawnFor(key, { ...clerk })).toBe('same')
  expect(drawnFor(`${key}-drop`, clerk)).toBe('same')
  expect(drawnFor(key, { ...clerk, userId: 'b' })).toBe('other_person')
  expect(drawnFor(key, { ...clerk, unitId: 'unit-2' })).toBe('other_standing')
  expect(drawnFor(key, { ...clerk, role: 'signer' })).toBe('other_standing')
  expect(drawnFor('a-key-of-its-own', clerk)).toBe('unknown')
})
