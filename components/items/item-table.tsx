import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { type ItemState, STATES } from '@/lib/domain/items/item'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { type AdoptionWords, dayInWords, verdictInWords } from './words'

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
    <table className="table table-stack item-table">
      <caption className="sr-only">本单位的信息，最近改动的在前</caption>
      <thead>
        <tr>
          <th scope="col">标题</th>
          <th scope="col">状态</th>
          <th scope="col">报送日期</th>
          <th scope="col">采用情况</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td data-wide="">
              <a href={`/items/${row.id}`}>{row.title || '（未填标题）'}</a>
            </td>
            <td data-label="状态">
              <span className={`state state-${row.state}`}>{STATES[row.state]}</span>
            </td>
            <td data-label="报送日期">
              {row.submittedAt === null ? '尚未报送' : dayInWords(dayOfInstant(row.submittedAt))}
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
    </table>
  )
}

function outcomeOf(row: ItemTableRow): string[] {
  if (row.adoptions.length > 0) return row.adoptions.map(adoptionInWords)
  return [verdictInWords(row) ?? (row.state === 'received' ? '尚未采用' : '—')]
}
