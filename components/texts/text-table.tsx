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
    <table className="table table-stack texts">
      <caption className="sr-only">编辑稿，最近改动的在前</caption>
      <thead>
        <tr>
          <th scope="col">标题</th>
          <th scope="col">供稿单位</th>
          <th scope="col">编入</th>
          <th scope="col">版本</th>
          <th scope="col">最近改动</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, several, units, version, by, at, standsIn }) => (
          <tr key={id}>
            <td data-wide="">
              <a href={`/texts/${id}`}>{title}</a>
              {several && '（综合）'}
            </td>
            <td data-label="供稿单位">{units.join('、')}</td>
            <td data-label="编入">{standsIn.join('、') || '—'}</td>
            <td data-label="版本">第 {version} 版</td>
            <td data-label="最近改动">
              {chineseDateTime(at)}，{by}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
