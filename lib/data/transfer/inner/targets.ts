import 'server-only'
import { and, eq } from 'drizzle-orm'
import { targets, units } from '@/db/schema'
import { formatCenti } from '@/lib/domain/base/exact'
import { countCell, nameCell, pointsCell, yearCell } from './cells'
import { firstOfEach, insertAll, small } from './format'

const keyOf = (row: { unitId: string; year: number }) => `${row.year} ${row.unitId}`

/** 报送任务 and 年度任务. */
export const targetsFormat = small({
  file: 'targets.csv',
  columns: {
    unit: nameCell('单位'),
    year: yearCell('年度'),
    quarterly_items: countCell('季度任务'),
    annual_points: pointsCell('年度任务', 1),
  },

  async plan(lines, { tx, names, say }) {
    const known = lines.flatMap(({ line, row }) => {
      const unitId = names.idOf(row.unit, (why) => say(line, '单位', why))
      const { year, quarterly_items: quarterlyItems, annual_points: annualPoints } = row
      return unitId === null ? [] : [{ line, row: { unitId, year, quarterlyItems, annualPoints } }]
    })
    const rows = firstOfEach(known, keyOf, '单位和年度', say).map(({ row }) => row)
    const before = new Map((await tx.select().from(targets)).map((row) => [keyOf(row), row]))
    const added = rows.filter((row) => !before.has(keyOf(row)))
    const updated = rows.filter((row) => {
      const old = before.get(keyOf(row))
      return old && (old.quarterlyItems !== row.quarterlyItems || old.annualPoints !== row.annualPoints)
    })
    return {
      changed: added.length + updated.length,
      of: rows.length,
      async write(tx) {
        await insertAll(tx, targets, added)
        for (const { unitId, year, ...goal } of updated) {
          await tx
            .update(targets)
            .set(goal)
            .where(and(eq(targets.unitId, unitId), eq(targets.year, year)))
        }
      },
    }
  },

  async rows(tx) {
    const rows = await tx
      .select({ unit: units.name, year: targets.year, items: targets.quarterlyItems, points: targets.annualPoints })
      .from(targets)
      .innerJoin(units, eq(units.id, targets.unitId))
      .orderBy(targets.year, units.position)
    return rows.map((row) => ({
      unit: row.unit,
      year: String(row.year),
      quarterly_items: String(row.items),
      annual_points: formatCenti(row.points),
    }))
  },
})
