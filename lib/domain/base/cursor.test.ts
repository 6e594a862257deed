import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCursor, parseCursor } from './cursor'

test('a cursor comes back as it was, ids with an underscore too', () => {
  const id = fc.stringMatching(/^[0-9A-Za-z_-]{1,64}$/)
  fc.assert(
    fc.property(fc.nat(4e12), id, (at, id) => {
      expect(parseCursor(formatCursor({ at, id }))).toEqual({ at, id })
    }),
  )
})

test('anything else is no cursor', () => {
  for (const bad of [
    undefined,
    '',
    '1',
    '_a',
    '1_',
    'x_a',
    '-1_a',
    '1.5_a',
    "1_a'",
    '1_a b',
    `1_${'a'.repeat(65)}`,
    `${'1'.repeat(16)}_a`,
  ]) {
    expect(parseCursor(bad), String(bad)).toBeUndefined()
  }
})
