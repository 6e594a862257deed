import { isKind, type Kind } from '../adoptions/kinds'
import type { Quarter } from '../time/quarter'
import { cellPlace } from './places'
import { labelOf, type PrintedTable } from './printed'
import { centiOf, isMissing, ratioCountOf } from './ratio'
import type { Stated, StatedNumber } from './stated'
import { cellOf, type UnitRows } from './units'

/** What can be read of the tables of a document. */
export function statedIn(
  quarter: Quarter,
  tables: readonly PrintedTable[],
  units: readonly UnitRows[],
  kinds: readonly Kind[],
): Stated {
  return {
    quarter,
    numbers: tables.flatMap((table, i) => numbersOf(table, units[i] ?? new Map())),
    points: tables.flatMap((table) => {
      const { category, weights } = table
      if (!category || !weights) return []
      return kinds.flatMap((kind, k) => {
        const value = weights[k]
        const place = table.legend ? `${labelOf(table)} 说明` : labelOf(table)
        return value === null || value === undefined ? [] : [{ place, category: category.key, kind, value }]
      })
    }),
  }
}

function numbersOf(table: PrintedTable, units: UnitRows): StatedNumber[] {
  return [...units].flatMap(([row, { name }]) =>
    table.columns.flatMap((column, at): StatedNumber[] => {
      if (column !== 'target' && column !== 'items' && column !== 'annual' && !isKind(column ?? '')) return []
      const cell = cellOf(table, row, column)
      const none = cell === '' || isMissing(cell)
      const count = column === 'annual' ? centiOf(cell) : (ratioCountOf(cell) ?? Number.NaN) * 100
      const value = none && isKind(column ?? '') ? 0 : count
      if (!column || value === null || Number.isNaN(value)) return []
      return [{ place: cellPlace(row, column), unit: name, column, printed: row.printed[at] ?? '', value }]
    }),
  )
}
