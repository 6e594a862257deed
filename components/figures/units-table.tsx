import { Table } from '@/components/ui/table'
import { formatCenti, formatPoints } from '@/lib/domain/base/exact'
import type { NamedFigure, UnitRow } from '@/lib/domain/figures/figure'

type Props = {
  title: string
  /** Where the list behind a figure stands. */
  listAt: (figure: NamedFigure) => string
  rows: readonly UnitRow[]
  /** What a unit's category is called. */
  categoryOf: (unitId: string) => string
}

const HEADS = [
  { name: '序号', number: true },
  { name: '单位', wide: true },
  { name: '类别' },
  ...['报送任务', '报送条数', '完成率', '年度任务', '总分', '占比'].map((name) => ({ name, number: true })),
]

/** The units behind a figure, with what they were judged by. */
export function UnitsTable({ title, listAt, rows, categoryOf }: Props) {
  return (
    <Table caption={title} heads={HEADS} oneLine narrow="flow">
      <tbody>
        {rows.map(({ submission: { unitId, unit, target, items, completion }, adoption }, index) => (
          <tr key={unitId}>
            <td data-number="">{index + 1}</td>
            <th scope="row" data-wide="">
              {unit}
            </th>
            <td>{categoryOf(unitId)}</td>
            <td data-label="任务" data-number="">
              {target ?? '—'}
            </td>
            <td data-label="报送" data-number="">
              <a href={listAt({ figure: 'items', unitId })}>{items}</a>
            </td>
            <td data-label="完成" data-number="">
              {completion ?? '—'}
            </td>
            <td data-label="年度" data-number="">
              {adoption.annualTarget === null ? '—' : formatCenti(adoption.annualTarget)}
            </td>
            <td data-label="总分" data-number="">
              <a href={listAt({ figure: 'points', unitId })}>{formatPoints(adoption.points)}</a>
            </td>
            <td data-label="占比" data-number="">
              {adoption.share ?? '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
