import { expect, test } from 'vitest'
import { operator } from '@/lib/auth/viewer'
import expected from '@/lib/domain/figures/golden/2020Q3-ranking.json'
import { toGoldenJson } from '@/lib/domain/figures/ranking'
import { USUAL_KEYS } from '@/lib/domain/office/testing'
import type { Quarter } from '@/lib/domain/time/quarter'
import { auditHead, goldenFolder, loadFolder } from '@/lib/testing/transfer'
import { rankingOf } from '../figures/figures'

/** Rows by unit: among equals only the rank is known, not the order. */
const byUnit = (rows: { unit: string; position: number }[]) =>
  Object.fromEntries(rows.map(({ position, ...row }) => [row.unit, row]))

test('the third quarter of 2020, imported, ranks as published', async () => {
  const folder = goldenFolder()
  const rows = Object.values(folder).flat().length
  expect(await loadFolder(folder)).toMatchObject({ changed: rows, unchanged: 0 })
  const actual = toGoldenJson(await rankingOf(operator(), '2020Q3' as Quarter))
  for (const table of ['submission', 'adoption'] as const) {
    for (const category of USUAL_KEYS) {
      const rows = actual[table][category] ?? []
      expect(byUnit(rows)).toEqual(byUnit(expected[table][category]))
      expect(rows.map(({ rank }) => rank)).toEqual(expected[table][category].map(({ rank }) => rank))
    }
  }
  expect(actual.totals).toEqual(expected.totals)
})

test('the same files again change nothing and leave no trace', async () => {
  const folder = goldenFolder()
  const head = await auditHead()
  expect(await loadFolder(folder)).toMatchObject({ changed: 0, unchanged: Object.values(folder).flat().length })
  expect(await auditHead()).toBe(head)
})
