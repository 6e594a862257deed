import { kindName } from '@/lib/domain/adoptions/kinds'
import type { Publication } from '@/lib/domain/editions/publication'

type Row = Publication & { composing: number; released: number }

/** The office's publications in its order. `composes`: whether the reader sees what is being composed. */
export function PublicationTable({ rows, composes }: { rows: readonly Row[]; composes: boolean }) {
  return (
    <table className="table table-stack publications">
      <caption className="sr-only">刊物</caption>
      <thead>
        <tr>
          <th scope="col">刊物</th>
          <th scope="col">采用类别</th>
          <th scope="col">主办单位</th>
          {composes && (
            <th scope="col" className="number">
              编排中
            </th>
          )}
          <th scope="col" className="number">
            已发刊
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, kind, issuer, retired, composing, released }) => (
          <tr key={id}>
            <td data-wide="">
              <a href={`/publications/${id}`}>《{name}》</a>
              {retired && '（停用）'}
            </td>
            <td data-label="采用类别">{kindName(kind)}</td>
            <td data-label="主办单位">{issuer}</td>
            {composes && (
              <td data-label="编排中" className="number">
                {composing} 期
              </td>
            )}
            <td data-label="已发刊" className="number">
              {released} 期
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
