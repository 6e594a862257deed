import { effectInShort, type Simulation } from '@/lib/domain/rules/simulation'
import { chineseDateTime, type Quarter, quarterName } from '@/lib/domain/time/quarter'

type Row = { id: string; quarter: Quarter; name: string; who: string; at: number } & Pick<Simulation, 'compared'>

/** The saved simulations, newest first. */
export function SavedTable({ rows }: { rows: readonly Row[] }) {
  return (
    <table className="table table-stack">
      <caption className="sr-only">已保存的试算，最近保存的在前</caption>
      <thead>
        <tr>
          <th>名称</th>
          <th>季度</th>
          <th>按当前数据的变化</th>
          <th>保存人</th>
          <th>保存时间</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, quarter, name, who, at, compared }) => (
          <tr key={id}>
            <td data-wide>
              <a href={`/simulations/${id}`}>{name}</a>
            </td>
            <td data-label="季度">{quarterName(quarter)}</td>
            <td data-label="变化">{effectInShort(compared)}</td>
            <td data-label="保存人">{who}</td>
            <td data-label="保存时间">{chineseDateTime(at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
