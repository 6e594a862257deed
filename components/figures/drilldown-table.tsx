import { Table } from '@/components/ui/table'
import { type Kind, kindName } from '@/lib/domain/adoptions/kinds'
import { type Fraction, formatPoints, NOTHING } from '@/lib/domain/base/exact'
import { chineseDate } from '@/lib/domain/time/quarter'

/** A counted item or adoption; without a title where the reader may not read the item. */
export type DrilldownLine = {
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

type Props = {
  title: string
  rows: readonly DrilldownLine[]
  /** How many rows of the list stand before these. */
  before?: number
  itemsAt: '/items' | '/desk'
}

/** The items or adoptions behind a figure, a row each; drawn as plain HTML, since there may be well over a thousand. */
export function DrilldownTable({ title, rows, before = 0, itemsAt }: Props) {
  const scored = rows.some(({ points }) => points !== undefined)
  const ofAdoptions = scored || rows.some(({ kind }) => kind !== null)
  const heads = [
    { name: '序号', number: true },
    { name: '单位' },
    { name: scored ? '日期' : ofAdoptions ? '采用日期' : '报送日期' },
    ...(ofAdoptions ? [{ name: '类别' }] : []),
    { name: '标题', wide: true },
    ...(scored ? [{ name: '得分', number: true }] : []),
  ]
  return (
    <Table caption={title} heads={heads} oneLine narrow="flow">
      <tbody>
        {rows.map(({ key, itemId, unit, day, kind, what, title, points }, index) => (
          <tr key={key}>
            <td data-number="">{before + index + 1}</td>
            <td>{unit}</td>
            <td>{day === null ? '' : chineseDate(day).slice('2020年'.length)}</td>
            {ofAdoptions && <td>{what ?? (kind && kindName(kind))}</td>}
            <td data-wide="">
              {itemId && title !== null ? <a href={`${itemsAt}/${itemId}`}>{title}</a> : (title ?? '—')}
            </td>
            {scored && (
              <td data-label="得分" data-number="">
                {formatPoints(points ?? NOTHING)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
