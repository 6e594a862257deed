import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { items } from '@/db/schema'
import { MANY } from '@/lib/domain/base/count'
import { directly, world } from '@/lib/testing/world'
import { boundedCount } from './bounded'

beforeAll(world)

/** So many drafts of a unit, beside those that are there. */
const more = (unitId: string, n: number) =>
  directly((tx) =>
    tx.insert(items).values(
      Array.from({ length: n }, (_, i) => {
        const id = `${unitId}-${n}-${i}`
        return {
          id,
          ref: id,
          unitId,
          state: 'draft' as const,
          title: '',
          body: '',
          version: 1,
          createdAt: 0,
          updatedAt: 0,
        }
      }),
    ),
  )

test('items are counted one by one as far as 999, and what is beyond is told as 999+', async () => {
  const counted = () => boundedCount(eq(items.unitId, 'dept'))
  await more('dept2', 2)
  expect(await counted()).toEqual({ n: 0, more: false })
  await more('dept', MANY)
  expect(await counted()).toEqual({ n: MANY, more: false })
  await more('dept', 1)
  expect(await counted()).toEqual({ n: MANY, more: true })
})
