import { stringify } from 'csv-stringify/sync'
import { guard } from '@/lib/domain/base/guard'

/** An entry as it leaves the portal: what a person reads, and what its hash was made of. */
export type AuditLine = { words: Readonly<Record<string, string | number>>; entry: object }

/** Lines of the log as a file: CSV for a spreadsheet, JSON lines for a machine. `first` is the beginning of the file. */
export function auditFile(kind: 'csv' | 'jsonl', lines: readonly AuditLine[], first: boolean): string {
  if (kind === 'jsonl') return lines.map(({ words, entry }) => `${JSON.stringify({ ...entry, words })}\n`).join('')
  const head = first ? [Object.keys(lines[0]?.words ?? {})] : []
  const rows = lines.map(({ words }) => Object.values(words).map((cell) => guard(String(cell))))
  return `${first ? '\ufeff' : ''}${stringify([...head, ...rows], { record_delimiter: '\r\n' })}`
}
