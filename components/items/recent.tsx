import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { ItemState } from '@/lib/domain/items/item'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { dayInWords, fateInWords } from './words'

export type Recent = {
  id: string
  title: string
  unit: string
  state: ItemState
  submittedAt: number | null
  adoptions: readonly { kind: Kind }[]
  notUsed: boolean
  reason: string | null
}

/** The newest items and what became of each; `base` is where a title leads. */
export function RecentItems({
  rows,
  base,
  caption,
  units,
}: {
  rows: readonly Recent[]
  base: string
  caption: string
  units?: boolean
}) {
  return (
    <table className="table table-stack recent">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">标题</th>
          {units && <th scope="col">单位</th>}
          <th scope="col">报送日期</th>
          <th scope="col">办理情况</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-wide="">
              <a href={`${base}/${row.id}`}>{row.title}</a>
            </td>
            {units && <td data-label="单位">{row.unit}</td>}
            <td data-label="报送日期">{row.submittedAt !== null && dayInWords(dayOfInstant(row.submittedAt))}</td>
            <td data-label="办理情况">{fateInWords(row).join('　')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
