import { expect, test } from 'vitest'
import type { Quarter } from '../time/quarter'
import { noticeDefaults } from './defaults'

test.each([
  ['2020Q3', '2026-01-01T00:00:00+08:00', '2020-10-12'],
  ['2020Q4', '2026-01-01T00:00:00+08:00', '2021-01-12'],
  ['2020Q3', '2020-10-12T00:00:00+08:00', '2020-10-12'],
  ['2020Q3', '2020-10-11T23:59:59+08:00', '2020-10-11'],
  ['2020Q3', '2020-08-01T00:00:00+08:00', '2020-08-01'],
])('%s at %s is dated %s', (quarter, now, date) => {
  expect(noticeDefaults(quarter as Quarter, Date.parse(now)).date).toBe(date)
})
