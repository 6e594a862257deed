import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { kindName } from '@/lib/domain/adoptions/kinds'
import type { Publication } from '@/lib/domain/editions/publication'

type Row = Publication & { composing: number; released: number }

/** The office's publications in its order. `composes`: whether the reader sees what is being composed. */
export function PublicationTable({ rows, composes }: { rows: readonly Row[]; composes: boolean }) {
  const heads = [
    { name: '刊物' },
    { name: '采用类别' },
    { name: '主办单位' },
    ...(composes ? [{ name: '编排中', number: true }] : []),
    { name: '已发刊', number: true },
  ]
  return (
    <Table caption="刊物" heads={heads}>
      <tbody>
        {rows.map(({ id, name, kind, issuer, retired, composing, released }) => (
          <tr key={id}>
            <td data-wide="">
              <Link href={`/publications/${id}`} kind="quiet">
                《{name}》
              </Link>
              {retired && '（停用）'}
            </td>
            <td data-label="采用类别">{kindName(kind)}</td>
            <td data-label="主办单位">{issuer}</td>
            {composes && (
              <td data-label="编排中" data-number="">
                {composing} 期
              </td>
            )}
            <td data-label="已发刊" data-number="">
              {released} 期
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
