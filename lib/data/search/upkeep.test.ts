import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { items } from '@/db/schema'
import { waiting } from '@/db/search'
import { operator } from '@/lib/auth/viewer'
import { settleIndex } from '@/lib/testing/indexing'
import { directly, refusal, sent, type World, world } from '@/lib/testing/world'
import type { DeskFilter } from '../desk/inner/filter'
import { inbox } from '../items/lists'
import { indexSoon } from './inner/indexing'
import { missing, reindex } from './upkeep'

let w: World
beforeAll(async () => {
  w = await world()
})

const titlesOf = async (filter: DeskFilter) => (await inbox(w.editor, filter)).rows.map((row) => row.title)
const find = (text: string, over: DeskFilter = {}) => titlesOf({ text, ...over })

describe('the check of the index', () => {
  test('finds nothing missing in a whole one', async () => {
    await settleIndex()
    const { checked, missed } = await missing(operator(), () => undefined)
    expect(missed).toEqual([])
    expect(checked).toBe((await db().select().from(items)).filter((item) => item.submittedAt !== null).length)
  })

  test('names what a write past the triggers has hidden, and building anew brings it back', async () => {
    const { id, ref } = await sent(w.clerk, '2026-04-01', { title: '漏收条目' })
    await directly((tx) => tx.delete(waiting))
    expect(await find('漏收条目')).toEqual([])
    expect((await missing(operator(), () => undefined)).missed).toEqual([ref])
    await reindex(operator(), () => undefined)
    expect((await inbox(w.editor, { text: '漏收条目' })).rows.map((row) => row.id)).toEqual([id])
    expect((await missing(operator(), () => undefined)).missed).toEqual([])
  })

  test('is built anew in slices: meanwhile others write, and what was found is found', async () => {
    const { id } = await sent(w.clerk, '2026-04-01', { title: '始终可查' })
    await settleIndex()
    const [row] = await db().select().from(items).where(eq(items.id, id))
    if (!row) throw new Error('the item is not there')
    await directly(async (tx) => {
      const more = Array.from({ length: 250 }, (_, n) => ({ ...row, id: `more${n}`, ref: `多${n}`, title: '很多' }))
      await tx.insert(items).values(more)
    })
    let built = false
    const found: Promise<number>[] = []
    const building = reindex(operator(), () => void found.push(find('始终可查').then(({ length }) => length)))
    building.then(() => (built = true))
    await sent(w.clerk, '2026-04-01', { title: '其间报送' })
    expect(built).toBe(false)
    await building
    expect(found.length).toBeGreaterThan(2)
    expect(new Set(await Promise.all(found))).toEqual(new Set([1]))
    expect((await missing(operator(), () => undefined)).missed).toEqual([])
  })

  test('is for the shell alone', async () => {
    expect((await refusal(reindex(w.editor, () => undefined))).code).toBe('forbidden')
    expect((await refusal(missing(w.systemAdmin, () => undefined))).code).toBe('forbidden')
  })
})

test('what is asked of the background twice is done once more, and never throws', async () => {
  indexSoon()
  indexSoon()
  await sent(w.clerk, '2026-04-02', { title: '再收录' })
  await vi.waitFor(async () => expect(await db().select().from(waiting)).toEqual([]), { timeout: 60_000 })
})
