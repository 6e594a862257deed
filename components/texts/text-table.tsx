import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Row = {
  id: string
  title: string
  several: boolean
  units: readonly string[]
  version: number
  by: string
  at: number
  standsIn: readonly string[]
}

/** Edited texts, the last changed first. */
export function TextTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Table
      caption="编辑稿，最近改动的在前"
      heads={[{ name: '标题' }, { name: '供稿单位' }, { name: '编入' }, { name: '版本' }, { name: '最近改动' }]}
    >
      <tbody>
        {rows.map(({ id, title, several, units, version, by, at, standsIn }) => (
          <tr key={id}>
            <td data-wide="">
              <Link href={`/texts/${id}`} kind="quiet">
                {title}
              </Link>
              {several && '（综合）'}
            </td>
            <td data-label="供稿单位">{units.join('、')}</td>
            <td data-label="编入">{standsIn.join('、') || '—'}</td>
            <td data-label="版本">
              <span className="whitespace-nowrap">第 {version} 版</span>
            </td>
            <td data-label="最近改动">
              {chineseDateTime(at)}，{by}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
