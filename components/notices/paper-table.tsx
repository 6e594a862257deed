import { figureOfColumn } from '@/lib/domain/figures/figure'
import type { SetTable } from '@/lib/domain/notices/columns'
import { ROW } from '@/lib/domain/notices/sheet'
import { cssOf, type LinkOf, points } from './paper-style'

type Props = { set: SetTable; from: number; to: number; linkOf: LinkOf }

/** The rows of a table that a page holds, under its head. */
export function PaperTable({ set: { table, size, widths, head, headHeight, rows }, from, to, linkOf }: Props) {
  const figures = table.head.map(figureOfColumn)
  const unitAt = table.head.indexOf('单位')
  return (
    <table style={cssOf({ '--size': points(size) })}>
      <colgroup>
        {widths.map((width, column) => (
          <col key={table.head[column]} style={{ width: points(width) }} />
        ))}
      </colgroup>
      <thead>
        <tr style={{ height: points(headHeight) }}>
          {head.map((lines, column) => (
            <th key={table.head[column]} scope="col">
              {brokenCell(lines)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(from, to).map(({ unitId, cells, height }) => (
          <tr key={unitId} style={height === ROW ? undefined : { height: points(height) }}>
            {cells.map((lines, column) => {
              const figure = figures[column]
              if (column === unitAt) {
                return (
                  <th key={table.head[column]} scope="row">
                    {brokenCell(lines)}
                  </th>
                )
              }
              const href = figure ? linkOf({ figure, unitId }) : null
              return (
                <td key={table.head[column]} {...placeOf(table.head[column] ?? '')}>
                  {href === null ? brokenCell(lines) : <a href={href}>{brokenCell(lines)}</a>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a cell is where the table becomes lines on a narrow screen; others say themselves what they are. */
function placeOf(head: string): Record<`data-${string}`, string> {
  if (head in PLACES) return PLACES[head as keyof typeof PLACES]
  return { 'data-label': SHORT[head] ?? head }
}

const PLACES = {
  序号: { 'data-spare': '' },
  名次: { 'data-rank': '' },
  完成率: { 'data-rate': '' },
  占比: { 'data-rate': '' },
  表: {},
  项目: {},
} as const
const SHORT: Readonly<Record<string, string>> = {
  报送任务: '任务',
  年度任务: '任务',
  报送条数: '报送',
  报送得分: '得分',
}

function brokenCell(lines: readonly string[]) {
  return lines.flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))
}
