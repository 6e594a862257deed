import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { effectInShort, type Simulation } from '@/lib/domain/rules/simulation'
import { chineseDateTime, type Quarter, quarterName } from '@/lib/domain/time/quarter'

type Row = { id: string; quarter: Quarter; name: string; who: string; at: number } & Pick<Simulation, 'compared'>

const HEADS = ['名称', '季度', '按当前数据的变化', '保存人', '保存时间'].map((name) => ({ name }))

/** The saved simulations, newest first. */
export function SavedTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Table
      caption="已保存的试算，最近保存的在前"
      heads={HEADS}
      rowLink
      empty={rows.length === 0 && '还没有保存过试算。点“新建试算”，改动某一季度的分值，可看到各单位名次和占比的变化。'}
    >
      <tbody>
        {rows.map(({ id, quarter, name, who, at, compared }) => (
          <tr key={id}>
            <td data-wide="">
              <Link href={`/simulations/${id}`} kind="row">
                {name}
              </Link>
            </td>
            <td data-label="季度">{quarterName(quarter)}</td>
            <td data-label="变化">{effectInShort(compared)}</td>
            <td data-label="保存人">{who}</td>
            <td data-label="保存时间">{chineseDateTime(at)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
