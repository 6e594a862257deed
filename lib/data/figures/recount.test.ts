import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { pastQuarters, rules } from '@/db/schema'
import { sumOf } from '@/lib/domain/base/exact'
import { Fault } from '@/lib/domain/base/fault'
import { runs } from '@/lib/domain/base/testing'
import { USUAL_KEYS } from '@/lib/domain/office/testing'
import type { RuleKind } from '@/lib/domain/rules/book'
import type { Quarter } from '@/lib/domain/time/quarter'
import { books, event, Told } from '@/lib/testing/books'
import { BOOK_UNITS, CLOSED, PART, QUARTERS, type RecountBook, recount, type UnitId } from '@/lib/testing/recount'
import { directly, type World, world } from '@/lib/testing/world'
import { drilldown } from './drilldown'
import { rankingOf } from './figures'

let w: World
beforeAll(async () => {
  w = await world()
  await directly((tx) => tx.insert(pastQuarters).values({ quarter: CLOSED, source: '样例', recordedAt: 1 }))
})

/** The ranking has what the recount has, and each list of points adds up to its figure. */
async function agrees(told: Told, book: RecountBook): Promise<void> {
  for (const quarter of QUARTERS) {
    const ranking = await rankingOf(w.reader, quarter)
    for (const row of ranking.tables.flatMap(({ adoption }) => adoption)) {
      if (!BOOK_UNITS.includes(row.unitId as UnitId)) continue
      const unit = row.unitId as UnitId
      const expected = recount(unit, quarter, book, told.adopted, told.instructed, told.silent)
      expect((row.points.n * PART) / row.points.d, `${unit} ${quarter}`).toBe(expected)
      for (const figure of ['points', 'extra'] as const) {
        const { rows } = await drilldown(w.reader, quarter, { figure, unitId: unit })
        expect(sumOf(rows?.flatMap(({ points }) => points ?? []) ?? [])).toEqual(row[figure])
      }
    }
  }
}

test('any sequence of grading, revoking, late records, merging, sharing and undoing leaves what an independent recount finds', async () => {
  const told = new Told(w)
  // Whatever else is drawn, something was sent by each unit, adopted, and merged.
  const plain = { which: 0, publication: '', level: 'city', day: '2024-02-01' } as const
  const opening = [
    ...BOOK_UNITS.map((unit) => ['submit', unit] as const),
    ['grade', 'dept'],
    ['merge', 'dept'],
  ] as const
  for (const [verb, unit] of opening) {
    const kind = verb === 'merge' ? 'city_full' : 'district_full'
    await told.happen({ ...plain, verb, unit, kind, others: [] })
  }
  expect(told.adopted.map(({ sharers }) => sharers)).toEqual([1, 3, 3, 3])
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 30 }), books, async (history, book) => {
      await directly(async (tx) => {
        await tx.delete(rules)
        const lines = { ...book.points, repeated: 0, joint: book.points.joint ?? 0 }
        for (const category of USUAL_KEYS)
          for (const [kind, points] of Object.entries(lines)) {
            const choice = kind === 'repeated' ? book.repeated : kind === 'joint' ? book.joint : null
            await tx.insert(rules).values({
              category,
              validFrom: '2020Q1' as Quarter,
              kind: kind as RuleKind,
              points,
              choice,
              source: null,
            })
          }
      })
      for (const one of history)
        await told.happen(one).catch((error) => {
          if (!(error instanceof Fault)) throw error
        })
      await agrees(told, book)
    }),
    { numRuns: runs(6), endOnFailure: true },
  )
})
