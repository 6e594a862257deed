import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import type { UpperLine } from '@/lib/domain/upper/upper'
import { lineInWords } from './line-words'

type Row = UpperLine & {
  id: string
  position: number
  item: { id: string; ref: string; unit: string; quarter: Quarter } | null
}

/** The lines that are done with: to which item they were posted, or that they were dropped. */
export function ClosedTable({ rows }: { rows: readonly Row[] }) {
  return (
    <table className="table table-stack">
      <caption className="sr-only">已办理的条目</caption>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">条目</th>
          <th scope="col">采用</th>
          <th scope="col">办理结果</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, ...line }) => (
          <tr key={line.id}>
            <td data-label="序号">{line.position}</td>
            <td data-wide>{line.title}</td>
            <td data-label="采用">{lineInWords(line)}</td>
            <td data-label="办理结果">
              {item === null ? (
                '已剔除'
              ) : (
                <>
                  登记到 <a href={`/desk/${item.id}`}>{item.ref}</a>（{item.unit}），计入{quarterName(item.quarter)}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
