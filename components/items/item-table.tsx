import { Link } from '@/components/ui/link'
import { State as Standing } from '@/components/ui/state'
import { Table } from '@/components/ui/table'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { type ItemState, STATES } from '@/lib/domain/items/item'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { type AdoptionWords, dayInWords, SIGNS, unnumberedToo, verdictInWords } from './words'

export type ItemTableRow = {
  id: string
  ref: string
  title: string
  state: ItemState
  submittedAt: number | null
  updatedAt: number
  adoptions: readonly AdoptionWords[]
  notUsed: boolean
  reason: string | null
}

/** A unit's own items, with what became of each in plain words. */
export function ItemTable({ rows }: { rows: readonly ItemTableRow[] }) {
  return (
    <Table
      caption="本单位的信息，最近改动的在前"
      heads={[{ name: '标题' }, { name: '状态' }, { name: '报送日期' }, { name: '采用情况' }]}
    >
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-wide="">
              <Link href={`/items/${row.id}`} kind="quiet">
                {row.title || '（未填标题）'}
              </Link>
            </td>
            <td data-label="状态">
              <Standing sign={SIGNS[row.state]}>
                {STATES[row.state]}
                {unnumberedToo(row)}
              </Standing>
            </td>
            <td data-label="报送日期">
              <span className="whitespace-nowrap">
                {row.submittedAt === null ? '尚未报送' : dayInWords(dayOfInstant(row.submittedAt))}
              </span>
            </td>
            <td data-label="采用情况">
              <ul>
                {outcomeOf(row).map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function outcomeOf(row: ItemTableRow): string[] {
  if (row.adoptions.length > 0) return row.adoptions.map(adoptionInWords)
  return [verdictInWords(row) ?? (row.state === 'received' ? '尚未采用' : '—')]
}
