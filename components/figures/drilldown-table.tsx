import { type Kind, kindName } from '@/lib/domain/adoptions/kinds'
import { type Fraction, formatPoints, NOTHING } from '@/lib/domain/base/exact'
import { chineseDate } from '@/lib/domain/time/quarter'

/** A counted item or adoption; without a title where the reader may not read the item. */
export type TraceLine = {
  key: string
  itemId: string | null
  unit: string
  day: string | null
  kind: Kind | null
  /** What the row is, where its kind does not say it all. */
  what?: string
  title: string | null
  /** What it scored, in a list of points. */
  points?: Fraction
}

type Props = { title: string; rows: readonly TraceLine[]; itemsAt: '/items' | '/desk' }

/** The items or adoptions behind a figure, a row each; drawn as plain HTML, since there may be well over a thousand. */
export function TraceTable({ title, rows, itemsAt }: Props) {
  const scored = rows.some(({ points }) => points !== undefined)
  const ofAdoptions = scored || rows.some(({ kind }) => kind !== null)
  return (
    <table className="table trace">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">单位</th>
          <th scope="col">{scored ? '日期' : ofAdoptions ? '采用日期' : '报送日期'}</th>
          {ofAdoptions && <th scope="col">类别</th>}
          <th scope="col" className="grow">
            标题
          </th>
          {scored && <th scope="col">得分</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, itemId, unit, day, kind, what, title, points }, index) => (
          <tr key={key}>
            <td>{index + 1}</td>
            <td>{unit}</td>
            <td>{day === null ? '' : chineseDate(day).slice('2020年'.length)}</td>
            {ofAdoptions && <td>{what ?? (kind && kindName(kind))}</td>}
            <td>{itemId && title !== null ? <a href={`${itemsAt}/${itemId}`}>{title}</a> : (title ?? '—')}</td>
            {scored && <td>{formatPoints(points ?? NOTHING)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
