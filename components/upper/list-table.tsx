import { chineseDateTime } from '@/lib/domain/time/quarter'

type Row = { id: string; name: string; receivedAt: number; open: number; posted: number; dropped: number }

/** The lists from above, newest first, with how far each has come. */
export function UpperListTable({ rows }: { rows: readonly Row[] }) {
  return (
    <table className="table table-stack">
      <caption className="sr-only">收到的清单，最近收到的在前</caption>
      <thead>
        <tr>
          <th scope="col">清单</th>
          <th scope="col">收到时间</th>
          <th scope="col" className="number">
            待核对
          </th>
          <th scope="col" className="number">
            已登记
          </th>
          <th scope="col" className="number">
            已剔除
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, receivedAt, open, posted, dropped }) => (
          <tr key={id}>
            <td data-wide>
              <a href={`/upper/${id}`}>{name}</a>
            </td>
            <td data-label="收到时间">{chineseDateTime(receivedAt)}</td>
            <td data-label="待核对" className="number">
              {open}
            </td>
            <td data-label="已登记" className="number">
              {posted}
            </td>
            <td data-label="已剔除" className="number">
              {dropped}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
