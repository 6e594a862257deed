/** For tests only: a table of a printed notice, as the lines in which it stands. */
export type LinedTable = {
  kind: 'submission' | 'adoption'
  title: number
  head: number
  /** Rows of units. */
  rows: number[]
  legend: number | null
}

export const cellsAt = (lines: readonly string[], at: number) => (lines[at] ?? '').split('\t')

/** For tests only: where the tables of a text stand whose cells are parted by tabs. */
export function paperTables(lines: readonly string[]): LinedTable[] {
  const tables: LinedTable[] = []
  let table: LinedTable | null = null
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('序号\t')) {
      if (table && lines[table.head] === line) continue
      const kind: LinedTable['kind'] = line.includes('总分') ? 'adoption' : 'submission'
      table = { kind, title: at - 1, head: at, rows: [], legend: null }
      tables.push(table)
    } else if (table && /^[\d０-９]+\t/.test(line)) table.rows.push(at)
    else if (table && line.startsWith('说明')) table.legend = at
    else if (line === '') table = null
  }
  return tables
}

/** For tests only: the cells of every table, head and rows, made anew; what they give replaces the lines. */
export function mapTables(
  lines: readonly string[],
  change: (rows: string[][], kind: LinedTable['kind']) => string[][],
  keep: (table: LinedTable) => boolean = () => true,
): string[] {
  const made = [...lines]
  for (const table of paperTables(lines).filter(keep).toReversed()) {
    const from = table.head
    const to = (table.rows.at(-1) ?? from) + 1
    const rows = lines.slice(from, to).map((line) => line.split('\t'))
    made.splice(from, to - from, ...change(rows, table.kind).map((cells) => cells.join('\t')))
  }
  return made
}

/** For tests only: where the paragraphs of the body stand. */
export function bodyLines(lines: readonly string[]): number[] {
  return lines.flatMap((line, at) => (/^　　\S/.test(line) ? [at] : []))
}

/** For tests only: what a head of a table is called in a report. */
export const headName = (head: string) => head.replace(/（[^）]*）/g, '')

/** For tests only. */
export const numberIn = (cell: string) => Number(cell.replace(/[^\d.]/g, ''))
