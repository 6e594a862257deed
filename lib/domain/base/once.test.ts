import { expect, test } from 'vitest'
import { makingOnce } from './once'

test('two who ask at once get the same making', async () => {
  const once = makingOnce(2)
  let makings = 0
  const make = async () => ++makings
  expect(await Promise.all([once('ranking 1', make), once('ranking 1', make)])).toEqual([1, 1])
  expect(await once('ranking 1', make)).toBe(1)
})

test('another version is another making', async () => {
  const once = makingOnce(2)
  expect(await once('ranking 1', async () => 'old')).toBe('old')
  expect(await once('ranking 2', async () => 'new')).toBe('new')
})

test('what failed is told to all who waited, and made anew for the next', async () => {
  const once = makingOnce(2)
  const failing = async () => {
    throw new Error('busy')
  }
  const both = await Promise.allSettled([once('ranking 1', failing), once('ranking 1', failing)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await once('ranking 1', async () => 'made')).toBe('made')
})

test('the one that nobody asked for longest goes first', async () => {
  const once = makingOnce(2)
  await once('a', async () => 'a')
  await once('b', async () => 'b')
  await once('a', async () => 'a again')
  await once('c', async () => 'c')
  expect(await once('a', async () => 'a anew')).toBe('a')
  expect(await once('b', async () => 'b anew')).toBe('b anew')
})
