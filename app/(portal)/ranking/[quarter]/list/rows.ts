import 'server-only'
import type { TraceLine } from '@/components/ranking/trace-table'
import { rankingOf } from '@/lib/data/figures'
import { traceOf } from '@/lib/data/traces'
import { formatCenti } from '@/lib/domain/exact'
import { countsUnits, type Figure, type UnitRow, unitsBehind } from '@/lib/domain/figure'
import { CATEGORIES, type Category } from '@/lib/domain/kinds'
import type { Viewer } from '@/lib/domain/policy'
import type { Quarter } from '@/lib/domain/quarter'

/** A figure with its rows. unit: the name of the figure's unit; null where the register has no such unit. */
export type Behind = {
  unit?: string | null
  /** "24 条", as the figure is printed. */
  total: string
  traced?: TraceLine[]
  units?: UnitRow[]
  categoryOf: (unitId: string) => Category
}

/** The rows behind a figure and the figure itself. */
export async function behind(viewer: Viewer, quarter: Quarter, figure: Figure): Promise<Behind> {
  const ranking = await rankingOf(viewer, quarter)
  const categoryOf = (unitId: string): Category =>
    ranking.adoption.town.some((row) => row.unitId === unitId) ? 'town' : 'department'
  if (countsUnits(figure.figure)) {
    const units = unitsBehind(ranking, figure.figure, 'category' in figure ? figure.category : undefined)
    return { total: `${units.length} 个`, units, categoryOf }
  }
  const unitId = 'unitId' in figure ? figure.unitId : undefined
  const unit =
    unitId && (CATEGORIES.flatMap((c) => ranking.adoption[c]).find((row) => row.unitId === unitId)?.unit ?? null)
  const named = unitId === undefined ? {} : { unit: unit || null }
  if (figure.figure !== 'points') {
    const filter = 'category' in figure && figure.category ? { category: figure.category } : unitId ? { unitId } : {}
    const traced = await traceOf(viewer, quarter, figure.figure, filter)
    return { ...named, total: `${traced.length} 条`, traced, categoryOf }
  }
  const rules = ranking.rules[categoryOf(figure.unitId)]
  const traced = (await traceOf(viewer, quarter, 'adoptions', { unitId: figure.unitId })).map((row) => ({
    ...row,
    points: (row.kind && rules.get(row.kind)?.points) ?? 0,
  }))
  const sum = traced.reduce((all, { points }) => all + points, 0)
  return { ...named, total: `${formatCenti(sum)} 分`, traced, categoryOf }
}
