import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import type { UpperLine } from '@/lib/domain/upper/upper'
import { lineInWords } from './line-words'

type Row = UpperLine & {
  id: string
  position: number
  item: { id: string; ref: string; unit: string; quarter: Quarter } | null
}

const HEADS = [{ name: '序号', number: true }, { name: '条目' }, { name: '采用' }, { name: '办理结果' }]

/** The lines that are done with: to which item they were posted, or that they were dropped. */
export function ClosedTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Table caption="已办理的条目" heads={HEADS}>
      <tbody>
        {rows.map(({ item, ...line }) => (
          <tr key={line.id}>
            <td data-label="序号" data-number="">
              {line.position}
            </td>
            <td data-wide="">{line.title}</td>
            <td data-label="采用">{lineInWords(line)}</td>
            <td data-label="办理结果">
              {item === null ? (
                '已剔除'
              ) : (
                <span>
                  登记到{' '}
                  <Link href={`/desk/${item.id}`} kind="quiet">
                    {item.ref}
                  </Link>
                  （{item.unit}），计入{quarterName(item.quarter)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
