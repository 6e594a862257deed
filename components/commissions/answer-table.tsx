import { Link } from '@/components/ui/link'
import { type Sign, State } from '@/components/ui/state'
import { Table } from '@/components/ui/table'
import { ANSWERS, type AnswerState, lateInWords } from '@/lib/domain/commissions/commission'
import type { ItemState } from '@/lib/domain/items/item'
import { numberInWords } from '@/lib/domain/items/number'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Row = {
  unitId: string
  unit: string
  state: AnswerState
  answeredAt: number | null
  item: { id: string; ref: string; title: string | null; state: ItemState } | null
}

const SIGNS: Record<AnswerState, Sign> = {
  waiting: 'open',
  returned: 'wrong',
  answered: 'done',
  late: 'half',
  overdue: 'wrong',
  unanswered: 'wrong',
}

const HEADS = ['单位', '情况', '回复时间', '回复的信息'].map((name) => ({ name }))

/** Who has answered with what and when, and who has not. `itemPath`: where an item opens, null where it does not. */
export function AnswerTable({
  rows,
  deadline,
  caption,
  itemPath,
}: {
  rows: readonly Row[]
  deadline: number
  caption: string
  itemPath: (item: { id: string; state: ItemState }) => string | null
}) {
  return (
    <Table caption={caption} captioned small heads={HEADS} className="mt-6">
      <tbody>
        {rows.map(({ unitId, unit, state, answeredAt, item }) => (
          <tr key={unitId}>
            <td data-wide="">{unit}</td>
            <td data-label="情况">
              <State sign={SIGNS[state]}>
                {state === 'late' && answeredAt !== null ? lateInWords(deadline, answeredAt) : ANSWERS[state]}
              </State>
            </td>
            <td data-label="回复时间">
              <span className="whitespace-nowrap">
                {item && answeredAt !== null ? chineseDateTime(answeredAt) : '—'}
              </span>
            </td>
            <td data-label="回复的信息">{item ? <Answer item={item} path={itemPath(item)} /> : '—'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Answer({ item, path }: { item: NonNullable<Row['item']>; path: string | null }) {
  const words = `${numberInWords(item.ref)} ${item.title ?? ''}`.trim()
  return path ? (
    <Link href={path} kind="quiet">
      {words}
    </Link>
  ) : (
    words
  )
}
