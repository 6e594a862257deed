import { expect, test } from 'vitest'
import { arrivalIn, signedArrival } from './arrival'

const AT = Date.parse('2026-09-30T15:59:59.999Z')
const PRESS = { at: AT, off: null }
const MINUTE = 60_000

test('a press that was told to come again keeps the instant of its first arrival', () => {
  const signed = signedArrival('u', 'key-12345', PRESS)
  for (const later of [0, 1, 2 * MINUTE, 60 * MINUTE])
    expect(arrivalIn(signed, 'u', 'key-12345', AT + later)).toEqual(PRESS)
})

test('but not for another person, another press, an hour later, before it was, or another instant', () => {
  const signed = signedArrival('u', 'key-12345', PRESS)
  const now = AT + MINUTE
  const refused = [
    arrivalIn(signed, 'v', 'key-12345', now),
    arrivalIn(signed, 'u', 'key-12346', now),
    arrivalIn(signed, 'u', 'key-12345', AT + 61 * MINUTE),
    arrivalIn(signed, 'u', 'key-12345', AT - 1),
    arrivalIn(signed.replace(String(AT), String(AT - 1)), 'u', 'key-12345', now),
    ...['', '.', 'x.y', `${AT}`, `${AT}.`, `${AT}.AAAA`, `${AT}_.AAAA`, signed.replace('_.', '_1_1.')].map((one) =>
      arrivalIn(one, 'u', 'key-12345', now),
    ),
  ]
  expect(refused.every((one) => one === null)).toBe(true)
})

test('how far the clock was off goes with it', () => {
  const press = { at: AT, off: { drift: -90_000, since: AT - 5 } }
  expect(arrivalIn(signedArrival('u', 'key-12345', press), 'u', 'key-12345', AT + MINUTE)).toEqual(press)
})
