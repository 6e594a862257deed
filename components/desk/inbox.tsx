import type { State } from '@/lib/domain/item'
import type { Kind } from '@/lib/domain/kinds'
import { chineseDateTime, quarterOfInstant, shortDateTime, yearOf } from '@/lib/domain/quarter'
import { standing } from './words'

type Row = {
  id: string
  title: string
  unit: string
  state: State
  submittedAt: number | null
  adoptions: readonly { kind: Kind }[]
}

/** The inbox: six elements a row and no class in any of them. */
export function Inbox({ rows, query, now }: { rows: readonly Row[]; query: string; now: number }) {
  const year = yearOf(quarterOfInstant(now))
  return (
    <table className="table desk">
      <caption className="sr-only">来稿，由新到旧</caption>
      <thead>
        <tr>
          <th>标题</th>
          <th>单位</th>
          <th>报送时间</th>
          <th>状态</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, unit, state, submittedAt, adoptions }) => {
          const { sign, words } = standing(state, adoptions)
          return (
            <tr key={id}>
              <td>
                <a href={`/desk/${id}${query}`}>{title}</a>
              </td>
              <td>{unit}</td>
              <td>{submittedAt === null ? '' : timeWithin(year, submittedAt)}</td>
              <td data-sign={sign}>{words}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The year is said where it isn't this one. */
function timeWithin(year: number, at: number): string {
  return yearOf(quarterOfInstant(at)) === year ? shortDateTime(at) : chineseDateTime(at)
}
