import { countOf, isKind, kindName } from '../adoptions/kinds'
import { formatCenti } from '../base/exact'
import type { Ranking } from '../figures/ranking'
import type { AdoptionRow, SubmissionRow } from '../figures/ranking-rows'
import { quarterName } from '../time/quarter'
import type { Column } from './columns'
import { pointsText } from './legends'
import type { CheckReport, PrintedFault } from './report'
import type { Stated, StatedNumber } from './stated'

/** What a system holds of a quarter: its ranking, and whether items or figures of it are held at all. */
export type SystemFigures = { ranking: Ranking; held: boolean }

/** From which share of differing numbers on, where they are no few, they are others altogether, and not told cell by cell. */
const OTHER = 0.5
const FEW = 10

/** A report with what the document says otherwise than the system: targets, points of the rule book and, of a quarter held here, counts. */
export function withSystem({ stated, ...report }: CheckReport, figures: SystemFigures | null): CheckReport {
  if (!stated || !figures) return report
  const told = new Set(report.faults.map(({ place }) => place))
  const rows = rowsByUnit(figures.ranking)
  const known = stated.numbers.flatMap((number) => {
    const right = rightOf(number, rows.get(number.unit), figures.held)
    return right === null ? [] : [{ number, right }]
  })
  const remarks: string[] = []
  const faults = SORTS.flatMap(({ what, of, why }) => {
    const own = known.filter(({ number, right }) => of(number.column) && (number.value !== 0 || right !== 0))
    const off = own.filter(({ number, right }) => right !== number.value && !told.has(number.place))
    if (off.length > FEW && off.length > own.length * OTHER) {
      remarks.push(`文中各单位的${what}与本系统${quarterName(stated.quarter)}的大多不同，未逐格对照。`)
      return []
    }
    return off.map(({ number: { place, printed }, right }): PrintedFault => {
      const expected = formatCenti(right)
      return {
        kind: 'system',
        place,
        printed: printed || '（空白）',
        expected,
        why: `${why}（${quarterName(stated.quarter)}）。`,
      }
    })
  })
  return {
    ...report,
    faults: [...report.faults, ...faults, ...pointsOff(stated, figures.ranking)],
    remarks: [...report.remarks, ...remarks],
  }
}

/** The numbers that are of one making, and stand or fall together. */
const SORTS: readonly { what: string; of: (column: Column) => boolean; why: string }[] = [
  { what: '任务', of: (column) => column === 'target' || column === 'annual', why: '本系统登记的任务' },
  { what: '报送条数', of: (column) => column === 'items', why: '本系统现有的条数' },
  { what: '采用条数', of: isKind, why: '本系统现有的条数' },
]

type Rows = { sent: SubmissionRow | undefined; won: AdoptionRow | undefined }

function rowsByUnit({ tables }: Ranking): Map<string, Rows> {
  const rows = new Map<string, Rows>()
  for (const { submission, adoption } of tables) {
    for (const { unit } of submission) {
      rows.set(unit, {
        sent: submission.find((row) => row.unit === unit),
        won: adoption.find((row) => row.unit === unit),
      })
    }
  }
  return rows
}

/** What the system knows of a number, in hundredths; null where it knows nothing. */
function rightOf({ column }: StatedNumber, rows: Rows | undefined, held: boolean): number | null {
  if (!rows) return null
  const { sent, won } = rows
  if (column === 'target') return sent?.target ? sent.target * 100 : null
  if (column === 'annual') return won?.annualTarget ?? null
  if (!held) return null
  if (column === 'items') return sent ? sent.items * 100 : null
  return won && isKind(column) ? countOf(won.counts, column) * 100 : null
}

/** Points by which the tables were computed and the rule book says others. */
function pointsOff({ points, quarter }: Stated, { tables }: Ranking): PrintedFault[] {
  return points.flatMap(({ place, category, kind, value }) => {
    const rule = tables.find((one) => one.category.key === category)?.rules.get(kind)
    if (!rule || rule.points === value) return []
    const source = rule.source ? `，${rule.source}` : ''
    return [
      {
        kind: 'system',
        place,
        printed: `${kindName(kind)} ${pointsText(value)}`,
        expected: `${kindName(kind)} ${pointsText(rule.points)}`,
        why: `本系统${quarterName(quarter)}的计分办法${source}。`,
      },
    ]
  })
}
