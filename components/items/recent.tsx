import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { State } from '@/lib/domain/items/item'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { dayInWords, fateInWords } from './words'

export type Recent = {
  id: string
  title: string
  unit: string
  state: State
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
  const heads = ['标题', ...(units ? ['单位'] : []), '报送日期', '办理情况']
  return (
    <Table caption={caption}>
      <thead className="sr-only">
        <tr>
          {heads.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-wide="">
              <Link href={`${base}/${row.id}`} kind="quiet">
                {row.title}
              </Link>
            </td>
            {units && <td data-label="单位">{row.unit}</td>}
            <td data-label="报送日期">{row.submittedAt !== null && dayInWords(dayOfInstant(row.submittedAt))}</td>
            <td data-label="办理情况">{fateInWords(row).join('　')}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
