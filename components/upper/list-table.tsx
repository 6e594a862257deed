import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Row = { id: string; name: string; receivedAt: number; open: number; posted: number; dropped: number }

const HEADS = [
  { name: '清单' },
  { name: '收到时间' },
  { name: '待核对', number: true },
  { name: '已登记', number: true },
  { name: '已剔除', number: true },
]

/** The lists from above, newest first, with how far each has come. */
export function UpperListTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Table
      caption="收到的清单，最近收到的在前"
      oneLine
      rowLink
      heads={HEADS}
      empty={rows.length === 0 && '还没有收到清单。收下后，每份清单及其办理进度列在此处。'}
    >
      <tbody>
        {rows.map(({ id, name, receivedAt, open, posted, dropped }) => (
          <tr key={id}>
            <td data-wide="">
              <Link href={`/upper/${id}`} kind="row">
                {name}
              </Link>
            </td>
            <td data-label="收到时间">{chineseDateTime(receivedAt)}</td>
            <td data-label="待核对" data-number="">
              {open}
            </td>
            <td data-label="已登记" data-number="">
              {posted}
            </td>
            <td data-label="已剔除" data-number="">
              {dropped}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
