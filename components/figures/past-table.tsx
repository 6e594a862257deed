import { chineseDateTime, type Quarter, quarterName } from '@/lib/domain/time/quarter'

type Row = { quarter: Quarter; source: string; recordedAt: number; units: number; items: number }

/** The old quarters that are there, newest first. */
export function PastTable({ rows }: { rows: readonly Row[] }) {
  return (
    <table className="table table-stack">
      <caption className="sr-only">已录入的季度，最近的季度在前</caption>
      <thead>
        <tr>
          <th>季度</th>
          <th>来源</th>
          <th className="number">单位</th>
          <th className="number">报送条数</th>
          <th>录入时间</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ quarter, source, recordedAt, units, items }) => (
          <tr key={quarter}>
            <td data-wide>
              <a href={`/ranking/${quarter}`}>{quarterName(quarter)}</a>
            </td>
            <td data-label="来源">{source}</td>
            <td data-label="单位" className="number">
              {units}
            </td>
            <td data-label="报送条数" className="number">
              {items}
            </td>
            <td data-label="录入时间">{chineseDateTime(recordedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
