import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { chineseDateTime, type Quarter, quarterName } from '@/lib/domain/time/quarter'

type Row = { quarter: Quarter; source: string; recordedAt: number; units: number; items: number }

const HEADS = [
  { name: '季度' },
  { name: '来源' },
  { name: '单位', number: true },
  { name: '报送条数', number: true },
  { name: '录入时间' },
]

/** The old quarters that are there, newest first. */
export function PastTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Table
      caption="已录入的季度，最近的季度在前"
      heads={HEADS}
      empty={rows.length === 0 && '还没有录入过。录入后，各季度及其来源列在此处。'}
    >
      <tbody>
        {rows.map(({ quarter, source, recordedAt, units, items }) => (
          <tr key={quarter}>
            <td data-wide="">
              <Link href={`/ranking/${quarter}`} kind="quiet">
                {quarterName(quarter)}
              </Link>
            </td>
            <td data-label="来源">{source}</td>
            <td data-label="单位" data-number="">
              {units}
            </td>
            <td data-label="报送条数" data-number="">
              {items}
            </td>
            <td data-label="录入时间">{chineseDateTime(recordedAt)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
