import { memo } from 'react'
import { TwoLines } from '@/components/ui/two-lines'
import { chineseDateTime, dayOfInstant, quarterOfInstant, shortDateTime, yearOf } from '@/lib/domain/time/quarter'
import type { DeskRow } from './reader/types'
import { isWide } from './reader/use-keys'
import { standing } from './words'

type Props = {
  rows: readonly DeskRow[]
  query: string
  now: number
  /** What scripts add: the row that is open beside the list, and those chosen for one act. */
  open?: string | null
  chosen?: ReadonlySet<string>
  live?: boolean
  onOpen?: (id: string) => void
  onChoose?: (id: string, upTo: boolean) => void
}

const HEADS = ['标题', '单位', '报送时间', '状态']

/** The inbox: few elements a row and no class in any of them. */
export function Inbox({ rows, query, now, open, chosen, live, onOpen, onChoose }: Props) {
  const year = yearOf(quarterOfInstant(now))
  return (
    <TwoLines caption="来稿，由新到旧" heads={HEADS} boxes={live ? 'here' : 'later'}>
      <tbody>
        {rows.map((row) => (
          <InboxRow
            key={row.id}
            row={row}
            year={year}
            query={query}
            open={row.id === open}
            chosen={chosen?.has(row.id) ?? false}
            onOpen={onOpen}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </TwoLines>
  )
}

type RowProps = Pick<Props, 'query' | 'onOpen' | 'onChoose'> & {
  row: DeskRow
  year: number
  open: boolean
  chosen: boolean
}

/** Drawn again only when something of its own changes: moving through the list touches two rows. */
const InboxRow = memo(function InboxRow({ row, year, query, open, chosen, onOpen, onChoose }: RowProps) {
  const { id, title, unit, submittedAt } = row
  const { sign, words } = standing(row.state, row.adoptions, row.notUsed, row.ref)
  return (
    <tr data-id={id} data-open={open || undefined}>
      <td data-wide="">
        {onChoose && (
          <input
            type="checkbox"
            aria-label={`选择：${title}`}
            checked={chosen}
            onChange={() => undefined}
            onClick={(event) => onChoose(id, event.shiftKey)}
          />
        )}
        <a
          data-row=""
          href={`/desk/${id}${query}`}
          aria-current={open || undefined}
          onClick={
            onOpen &&
            ((event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || !isWide()) return
              event.preventDefault()
              onOpen(id)
            })
          }
        >
          {title}
        </a>
      </td>
      <td>{unit}</td>
      <td>{submittedAt === null ? '' : timeWithin(year, submittedAt)}</td>
      <td data-sign={sign}>{words}</td>
    </tr>
  )
})

/** The year is said where it isn't this one. */
function timeWithin(year: number, at: number): string {
  return Number(dayOfInstant(at).slice(0, 4)) === year ? shortDateTime(at) : chineseDateTime(at)
}
