import { type Category, categoryName } from '@/lib/domain/adoptions/kinds'
import { formatCenti, formatPoints } from '@/lib/domain/base/exact'
import type { NamedFigure, UnitRow } from '@/lib/domain/figures/figure'

type Props = {
  title: string
  /** Where the list behind a figure stands. */
  listAt: (figure: NamedFigure) => string
  rows: readonly UnitRow[]
  categoryOf: (unitId: string) => Category
}

/** The units behind a figure, with what they were judged by. */
export function UnitsTable({ title, listAt, rows, categoryOf }: Props) {
  return (
    <table className="table units">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">单位</th>
          <th scope="col">类别</th>
          <th scope="col">报送任务</th>
          <th scope="col">报送条数</th>
          <th scope="col">完成率</th>
          <th scope="col">年度任务</th>
          <th scope="col">总分</th>
          <th scope="col">占比</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ submission: { unitId, unit, target, items, completion }, adoption }, index) => (
          <tr key={unitId}>
            <td>{index + 1}</td>
            <th scope="row">{unit}</th>
            <td>{categoryName(categoryOf(unitId))}</td>
            <td>{target ?? '—'}</td>
            <td>
              <a href={listAt({ figure: 'items', unitId })}>{items}</a>
            </td>
            <td>{completion ?? '—'}</td>
            <td>{adoption.annualTarget === null ? '—' : formatCenti(adoption.annualTarget)}</td>
            <td>
              <a href={listAt({ figure: 'points', unitId })}>{formatPoints(adoption.points)}</a>
            </td>
            <td>{adoption.share ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
