import { isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { guard, unguard } from '@/lib/domain/base/guard'
import { type CsvColumns, type RowOf, Wrong } from './cells'

/** A row with the line on which it begins. */
export type CsvLine<Row> = { line: number; row: Row }

export type SayFault = (line: number, what: string, why: string) => void

/**
 * The rows of a file. `broken` holds the first cells of the rows that could not be read, so that nothing which refers
 * to them is blamed as well; `readable` is false when rows may be missing altogether.
 */
export type CsvReading<Row> = { rows: CsvLine<Row>[]; broken: Set<string>; readable: boolean }

/** Reads a file; names everything that is wrong in it. */
export function readCsv<C extends CsvColumns>(
  columns: C,
  bytes: Uint8Array,
  now: number,
  say: SayFault,
): CsvReading<RowOf<C>> {
  const reading: CsvReading<RowOf<C>> = { rows: [], broken: new Set(), readable: false }
  if (!isUtf8(bytes)) {
    say(1, '编码', '不是 UTF-8（可能是 GBK），请用表格软件另存为“CSV UTF-8”后再导入。')
    return reading
  }
  const names = Object.keys(columns)
  let places: Header | null | undefined
  let last = 0
  const onRecord = (record: string[], info: { lines: number }) => {
    const line = info.lines - record.reduce((n, cell) => n + lineFeeds(cell), 0)
    last = info.lines
    if (places === undefined) places = header(columns, record, (why) => say(line, '表头', why))
    else if (places) readRow(line, record, places)
    return null
  }
  const readRow = (line: number, record: string[], { at: places, width }: Header) => {
    const raw = names.map((name, i) => clean(record[places[i] ?? -1] ?? '', columns[name]?.text === true))
    let whole = record.length === width
    if (!whole) say(line, '整行', `有 ${record.length} 列，应为 ${width} 列。`)
    const row: Record<string, unknown> = {}
    for (let i = 0; whole && i < names.length; i++) {
      const name = names[i] as string
      row[name] = columns[name]?.read(raw[i] as string, now)
    }
    for (const [name, value] of Object.entries(row)) {
      if (!(value instanceof Wrong)) continue
      say(line, columns[name]?.label ?? name, value.why)
      whole = false
    }
    if (whole) reading.rows.push({ line, row: row as RowOf<C> })
    else reading.broken.add(raw[0] ?? '')
  }
  try {
    const options = { bom: true, relax_column_count: true, skip_empty_lines: true, record_delimiter: '\n' }
    parse(unixLines(bytes), { ...options, on_record: onRecord })
    if (places === undefined) say(1, '表头', `文件是空的，第一行应为 ${names.join(',')}。`)
    reading.readable = Boolean(places)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    say(last + 1, '引号', '这一行起双引号没有成对；含逗号、引号或换行的内容应整格加引号，其中的引号写两遍。')
  }
  return reading
}

/** Where each column stands (-1: the file lacks it), and how many there are. */
type Header = { at: number[]; width: number }

/** The header of a file, or null when it is wrong. */
function header(columns: CsvColumns, record: string[], say: (why: string) => void): Header | null {
  const found = record.map((cell) => cell.trim())
  const all = Object.keys(columns)
  const names = all.filter((name) => !columns[name]?.mayLack || found.includes(name))
  const missing = names.filter((name) => !found.includes(name))
  const extra = found.filter((name) => !names.includes(name))
  const twice = names.filter((name) => found.indexOf(name) !== found.lastIndexOf(name))
  if (missing.length) say(`缺少列 ${missing.join('、')}；应为 ${names.join(',')}。`)
  if (extra.length)
    say(`不认识的列 ${extra.map((name) => `“${name.slice(0, 40)}”`).join('、')}；应为 ${names.join(',')}。`)
  if (twice.length) say(`重复的列 ${twice.join('、')}。`)
  if (missing.length || extra.length || twice.length) return null
  return { at: all.map((name) => found.indexOf(name)), width: found.length }
}

function clean(cell: string, text: boolean): string {
  return (text ? unguard(cell) : cell).trim()
}

function lineFeeds(cell: string): number {
  let n = 0
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) n++
  return n
}

/** Every line end as one line feed: the parser counts a CRLF inside quotes twice. */
function unixLines(bytes: Uint8Array): Buffer {
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!from.includes(0x0d)) return from
  const to = Buffer.allocUnsafe(from.length)
  let length = 0
  for (let i = 0; i < from.length; i++) {
    if (from[i] !== 0x0d) to[length++] = from[i] as number
    else if (from[i + 1] !== 0x0a) to[length++] = 0x0a
  }
  return to.subarray(0, length)
}

/** Writes rows as a file. */
export function writeCsv<C extends CsvColumns>(columns: C, rows: Record<keyof C, string>[]): string {
  const names = Object.keys(columns).filter((name) => !columns[name]?.mayLack || rows.some((row) => row[name]))
  const cells = rows.map((row) => names.map((name) => (columns[name]?.text ? guard(row[name] ?? '') : row[name])))
  return stringify([names, ...cells], { record_delimiter: '\n' })
}
