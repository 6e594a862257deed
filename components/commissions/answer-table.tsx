import { ANSWERS, type AnswerState, lateInWords } from '@/lib/domain/commissions/commission'
import type { ItemState } from '@/lib/domain/items/item'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Row = {
  unitId: string
  unit: string
  state: AnswerState
  answeredAt: number | null
  item: { id: string; ref: string; title: string | null; state: ItemState } | null
}

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
    <table className="table table-stack answers">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">情况</th>
          <th scope="col">回复时间</th>
          <th scope="col">回复的信息</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unitId, unit, state, answeredAt, item }) => (
          <tr key={unitId}>
            <td data-wide="">{unit}</td>
            <td data-label="情况">
              <span data-answer={state}>
                {state === 'late' && answeredAt !== null ? lateInWords(deadline, answeredAt) : ANSWERS[state]}
              </span>
            </td>
            <td data-label="回复时间">{item && answeredAt !== null ? chineseDateTime(answeredAt) : '—'}</td>
            <td data-label="回复的信息">{item ? <Answer item={item} path={itemPath(item)} /> : '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Answer({ item, path }: { item: NonNullable<Row['item']>; path: string | null }) {
  const words = `${item.ref} ${item.title ?? ''}`.trim()
  return path ? <a href={path}>{words}</a> : words
}
