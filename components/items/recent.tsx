import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { ItemState } from '@/lib/domain/items/item'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { dayInWords, fateInWords } from './words'

export type Recent = {
  id: string
  ref: string
  title: string
  unit: string
  state: ItemState
  submittedAt: number | null
  adoptions: readonly { kind: Kind }[]
  notUsed: boolean
  reason: string | null
}

type Props = {
  rows: readonly Recent[]
  base: string
  caption: string
  empty: string
  units?: boolean
}

/** The newest items and what became of each; `base` is where a title leads. */
export function RecentItems({ rows, base, caption, empty, units }: Props) {
  const heads = ['标题', ...(units ? ['单位'] : []), '报送日期', '办理情况'].map((name) => ({ name }))
  return (
    <Table caption={caption} heads={heads} headless rowLink empty={rows.length === 0 && empty}>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-wide="">
              <Link href={`${base}/${row.id}`} kind="row">
                {row.title}
              </Link>
            </td>
            {units && (
              <td data-label="单位">
                <span className="whitespace-nowrap">{row.unit}</span>
              </td>
            )}
            <td data-label="报送日期">
              <span className="whitespace-nowrap">
                {row.submittedAt !== null && dayInWords(dayOfInstant(row.submittedAt))}
              </span>
            </td>
            <td data-label="办理情况">
              <div className="sm:min-w-80">{fateInWords(row).join('　')}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
