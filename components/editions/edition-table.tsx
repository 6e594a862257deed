import { type EditionState, editionName, ISSUE_STATES } from '@/lib/domain/editions/publication'
import { chineseDate } from '@/lib/domain/time/quarter'

type Row = {
  id: string
  year: number
  issueNo: number
  day: string
  state: EditionState
  entries: number
  madeBy: string
}

/** The editions of one publication, the newest number first. */
export function IssueTable({ rows }: { rows: readonly Row[] }) {
  return (
    <table className="table table-stack publications">
      <caption className="sr-only">各期，期号新的在前</caption>
      <thead>
        <tr>
          <th scope="col">期号</th>
          <th scope="col">状态</th>
          <th scope="col">发刊日期</th>
          <th scope="col">编排</th>
          <th scope="col" className="number">
            条数
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, day, state, entries, madeBy, ...number }) => (
          <tr key={id}>
            <td data-wide="">
              <a href={`/editions/${id}`}>{editionName(number)}</a>
            </td>
            <td data-label="状态">
              <span data-edition={state}>{ISSUE_STATES[state]}</span>
            </td>
            <td data-label="发刊日期">{chineseDate(day)}</td>
            <td data-label="编排">{madeBy}</td>
            <td data-label="条数" className="number">
              {entries}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
