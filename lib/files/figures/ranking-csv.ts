import { stringify } from 'csv-stringify/sync'
import { guard } from '@/lib/domain/base/guard'
import type { FileTable } from '@/lib/domain/figures/tables'

/** A table of a ranking as CSV; with the byte order mark without which Excel takes it for another encoding. */
export function rankingCsv({ columns, rows }: FileTable): string {
  const kept = columns.flatMap(({ csv }, i) => (csv === undefined ? [] : [i]))
  const cells = rows.map((row) =>
    kept.map((i) => (columns[i]?.as === 'text' ? guard(String(row[i] ?? '')) : String(row[i] ?? ''))),
  )
  return stringify([kept.map((i) => columns[i]?.csv ?? ''), ...cells], { bom: true, record_delimiter: '\r\n' })
}
