import { expect, test } from 'vitest'
import { gigabytes, REMINDERS, remindersOf } from './reminders'

const GB = 1024 ** 3
const NOW = Date.parse('2026-10-12T09:30:00+08:00')
const DAY = 86_400_000
const WELL = { clock: false, free: 30 * GB, total: 100 * GB, backup: NOW - DAY }

test('where all is well there is nothing to see to', () => {
  expect(remindersOf(WELL, NOW)).toEqual([])
})

test.each([
  ['clock', { clock: true }],
  ['low_space', { free: GB - 1, total: 2 * GB }],
  ['low_space', { free: 4.9 * GB }],
  ['backup_none', { backup: null }],
  ['backup_old', { backup: NOW - 8 * DAY }],
] as const)('%s alone', (name, less) => {
  expect(remindersOf({ ...WELL, ...less }, NOW)).toEqual([name])
})

test('a twentieth of a large disk is plenty, and a system that does not say has enough', () => {
  expect(remindersOf({ ...WELL, free: 20 * GB, total: 1000 * GB }, NOW)).toEqual([])
  expect(remindersOf({ ...WELL, free: Infinity, total: Infinity }, NOW)).toEqual([])
})

test('the names stand in the order of what matters most', () => {
  expect(remindersOf({ clock: true, free: 0, total: GB, backup: null }, NOW)).toEqual(REMINDERS.slice(0, 3))
})

test('never says more than there is', () => {
  expect([0.99 * GB, GB, 12.39 * GB, 0].map(gigabytes)).toEqual(['0.9 GB', '1.0 GB', '12.3 GB', '0.0 GB'])
})
