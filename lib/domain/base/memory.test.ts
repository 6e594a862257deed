import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memory } from './memory'

const fresh = () => `test-${randomUUID()}`

describe('what a process remembers', () => {
  test('another key is another making, and what was not asked for longest goes first', async () => {
    const { once } = memory<Promise<string>>(fresh(), { most: 2 })
    await once('a', async () => 'a')
    await once('b', async () => 'b')
    await once('a', async () => 'a again')
    await once('c', async () => 'c')
    expect(await once('a', async () => 'a anew')).toBe('a')
    expect(await once('b', async () => 'b anew')).toBe('b anew')
  })

  test('what failed is told to all who waited, and made anew for the next', async () => {
    const { once } = memory<Promise<string>>(fresh(), { most: 2 })
    const failing = async () => {
      throw new Error('busy')
    }
    const both = await Promise.allSettled([once('a', failing), once('a', failing)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await once('a', async () => 'made')).toBe('made')
  })

  test('is made once, also when it is asked for again while it is made', async () => {
    const kept = memory<Promise<number>>(fresh(), { most: 2 })
    let made = 0
    const ask = () => kept.once('a', async () => ++made)
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
    expect(await ask()).toBe(1)
  })

  test('is one for all who name it, and apart from what has another name', () => {
    const [one, other] = [fresh(), fresh()]
    memory<string>(one, { most: 1 }).set('a', 'here')
    expect(memory<string>(one, { most: 1 }).get('a')).toBe('here')
    expect(memory<string>(other, { most: 1 }).get('a')).toBeUndefined()
  })

  test('is forgotten when it fails, is dropped, or its time is over', async () => {
    const kept = memory<Promise<number>>(fresh(), { most: 2, forMs: 1000 })
    await expect(kept.once('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await kept.once('a', async () => 1, 5000)).toBe(1)
    expect(kept.get('a', 5999)).toBeDefined()
    expect(kept.get('a', 6000)).toBeUndefined()
    kept.set('b', Promise.resolve(2))
    kept.drop('b')
    expect(kept.get('b')).toBeUndefined()
  })

  test('a failure that comes late does not take away what was made since', async () => {
    const kept = memory<Promise<number>>(fresh(), { most: 2 })
    let fail: (reason: Error) => void = () => undefined
    const first = kept.once('a', () => new Promise<number>((_, reject) => (fail = reject)))
    kept.set('a', Promise.resolve(2))
    fail(new Error('late'))
    await expect(first).rejects.toThrow('late')
    expect(await kept.get('a')).toBe(2)
  })

  test('never outgrows its bounds, and what was used last stays', () => {
    const asked = fc.array(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 0, max: 6 })), { maxLength: 40 })
    fc.assert(
      fc.property(asked, (acts) => {
        const kept = memory<number>(fresh(), { most: 3, bytes: 8, of: (n) => n - 2 }) // a key takes two
        for (const [key, n] of acts) {
          kept.set(key, n)
          const left = [...'abcdefgh'].flatMap((one) => kept.get(one) ?? [])
          expect(left.length).toBeLessThanOrEqual(3)
          expect(left.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(8)
          expect(kept.get(key)).toBe(n)
        }
      }),
    )
  })
})
