import { KINDS } from '../adoptions/kinds'
import type { Ranking } from '../figures/ranking'
import { MISSING, noticeAttachments } from './tables'

/** The counts of its own that a unit may object to, by the heads of their columns. */
export const OWN_FIGURES = ['报送条数', ...KINDS.map(({ column }) => column)] as const
export type OwnFigure = (typeof OWN_FIGURES)[number]

/** What a unit's row prints in a column; "—" where it has none. */
export function printedOf(ranking: Ranking, unitId: string, figure: OwnFigure): string {
  for (const { head, rows } of noticeAttachments(ranking).flatMap(({ tables }) => tables)) {
    const cell = rows.find((row) => row.unitId === unitId)?.cells[head.indexOf(figure)]
    if (cell !== undefined) return cell
  }
  return MISSING
}
