import { describe, expect, test } from 'vitest'
import { KINDS, type Kind } from '../adoptions/kinds'
import { commandOf, deskKeys, type Press } from './keys'

const press = (key: string, over: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
  ...over,
})
const free = { typing: false, control: false }

describe('a key of the desk', () => {
  test.each([
    ['j', 'next'],
    ['J', 'next'],
    ['ArrowDown', 'next'],
    ['k', 'previous'],
    ['ArrowUp', 'previous'],
    ['Enter', 'open'],
    ['1', 'forwarded'],
    ['2', 'district_full'],
    ['3', 'district_brief'],
    ['4', 'city_full'],
    ['5', 'city_brief'],
    ['6', 'province'],
    ['b', 'send_back'],
    ['x', 'not_used'],
    ['u', 'undo'],
    ['/', 'search'],
    ['?', 'help'],
  ])('%s asks for %s', (key, command) => {
    expect(commandOf(press(key), free)).toBe(command)
  })

  test('is no command while someone types or composes, nor with Ctrl, Alt or Meta', () => {
    for (const { key } of deskKeys()) {
      expect(commandOf(press(key), { typing: true, control: false })).toBeNull()
      for (const held of ['ctrlKey', 'altKey', 'metaKey', 'isComposing'] as const)
        expect(commandOf(press(key, { [held]: true }), free)).toBeNull()
    }
  })

  test('that is none of these asks for nothing', () => {
    for (const key of ['7', '0', 'q', 'Tab', 'Escape', ' ', 'Process']) expect(commandOf(press(key), free)).toBeNull()
  })

  test('held down moves on, but never grades again', () => {
    expect(commandOf(press('j', { repeat: true }), free)).toBe('next')
    expect(commandOf(press('ArrowUp', { repeat: true }), free)).toBe('previous')
    for (const key of ['1', 'b', 'x', 'u', 'Enter', '?'])
      expect(commandOf(press(key, { repeat: true }), free)).toBeNull()
  })

  test('of nine kinds has a digit; the tenth is graded with the mouse alone', () => {
    const ten = Array.from({ length: 10 }, (_, i) => ({ ...KINDS[0], kind: `国家级${i}` as Kind }))
    const digits = deskKeys(ten).flatMap(({ key }) => (/\d/.test(key) ? [key] : []))
    expect(digits).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
  })

  test('Enter on a link or button belongs to it', () => {
    expect(commandOf(press('Enter'), { typing: false, control: true })).toBeNull()
    expect(commandOf(press('j'), { typing: false, control: true })).toBe('next')
  })

  test('of one character can be switched off; arrows and Enter stay', () => {
    const left = deskKeys()
      .flatMap(({ key, other }) => [key, ...(other ? [other] : [])])
      .filter((key) => commandOf(press(key), free, false) !== null)
    expect(left).toEqual(['ArrowDown', 'ArrowUp', 'Enter'])
  })
})
