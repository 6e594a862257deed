import { expect, test } from 'vitest'
import { type Condition, failing, HEALTH_CODES } from './health'

const WELL: Condition = {
  reader: true,
  writer: true,
  files: true,
  waiting: 3,
  aheadMs: 20,
  sinceCommitMs: 20,
  free: 50e9,
  index: 12,
}

test('a server that is well fails nothing, nor does one that nobody writes to at night', () => {
  expect(failing(WELL)).toEqual([])
  expect(failing({ ...WELL, waiting: 0, sinceCommitMs: 9e7 })).toEqual([])
})

test.each([
  ['reader', { reader: false }],
  ['files', { files: false }],
  ['writer', { writer: false }],
  ['commit', { sinceCommitMs: 31_000 }],
  ['queue', { aheadMs: 10_001 }],
  ['space', { free: 100e6 }],
  ['index', { index: 20_001 }],
] as const)('%s alone', (code, worse) => {
  expect(failing({ ...WELL, ...worse })).toEqual([code])
})

test('all at once, the worst first', () => {
  const worst = { reader: false, writer: false, files: false, waiting: 1, aheadMs: 1e9, sinceCommitMs: 1e9, free: 0 }
  expect(failing({ ...worst, index: 1e9 })).toEqual([...HEALTH_CODES])
})
