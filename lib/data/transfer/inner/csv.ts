import { CsvError, parse } from 'csv-parse'
import { stringify } from 'csv-stringify/sync'
import { guard, unguard } from '@/lib/domain/base/guard'
import { type CsvColumns, type RowOf, Wrong } from './cells'

/** Rows at a time: of the widest table so many stay well below the parameters that SQLite takes. */
export const CHUNK = 500

/** A row with the line on which it begins. */
export type CsvLine<Row> = { line: number; row: Row }

export type SayFault = (line: number, what: string, why: string) => void

/** What a file was: `broken` holds the first cells of the rows that could not be read, so that nothing which refers to
 * them is blamed as well; `readable` is false when rows may be missing altogether. */
export type CsvReading = { broken: Set<string>; readable: boolean }

/**
 * Reads a file as it comes, some hundred rows at a time; names everything that is wrong in it. `reading` says at the end
 * what the file was. The bytes are UTF-8 (`isUtf8File`).
 */
export async function* readCsv<C extends CsvColumns>(
  columns: C,
  bytes: AsyncIterable<Uint8Array>,
  now: number,
  say: SayFault,
  reading: CsvReading,
): AsyncGenerator<CsvLine<RowOf<C>>[]> {
  const names = Object.keys(columns)
  let places: Header | null | undefined
  let last = 0
  let rows: CsvLine<RowOf<C>>[] = []
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
    if (whole) rows.push({ line, row: row as RowOf<C> })
    else reading.broken.add(raw[0] ?? '')
  }
  try {
    for await (const { record, lines } of parsed(unixLines(bytes))) {
      const line = lines - record.reduce((n, cell) => n + lineFeeds(cell), 0)
      last = lines
      if (places === undefined) places = header(columns, record, (why) => say(line, '表头', why))
      else if (places) readRow(line, record, places)
      if (rows.length < CHUNK) continue
      yield rows
      rows = []
    }
    if (rows.length > 0) yield rows
    if (places === undefined) say(1, '表头', `文件是空的，第一行应为 ${names.join(',')}。`)
    reading.readable = Boolean(places)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (rows.length > 0) yield rows
    say(last + 1, '引号', '这一行起双引号没有成对；含逗号、引号或换行的内容应整格加引号，其中的引号写两遍。')
  }
}

/** `lines`: how many the file had when the record ended. */
type Parsed = { record: string[]; lines: number }

/** The records of a file, those before a fault in it too: the parser's own stream drops what it had not handed on. */
async function* parsed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Parsed> {
  let found: Parsed[] = []
  const onRecord = (record: string[], { lines }: { lines: number }) => {
    found.push({ record, lines })
    return null
  }
  const options = { bom: true, relax_column_count: true, skip_empty_lines: true, record_delimiter: '\n' }
  const parser = parse({ ...options, on_record: onRecord })
  const failed = new Promise<never>((_, reject) => parser.once('error', reject))
  failed.catch(() => undefined)
  const taken = function* () {
    const now = found
    found = []
    yield* now
  }
  try {
    for await (const part of bytes) {
      await Promise.race([failed, new Promise((done) => parser.write(part, (fault) => fault || done(undefined)))])
      yield* taken()
    }
    await Promise.race([failed, new Promise((ended) => parser.resume().once('end', ended).end())])
  } catch (error) {
    yield* taken()
    throw error
  } finally {
    parser.destroy()
  }
  yield* taken()
}

/** Whether all bytes are UTF-8; says so where they are not. */
export async function isUtf8File(bytes: AsyncIterable<Uint8Array>, say: SayFault): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const part of bytes) decoder.decode(part, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error
    say(1, '编码', '不是 UTF-8（可能是 GBK），请用表格软件另存为“CSV UTF-8”后再导入。')
    return false
  }
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
async function* unixLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let returned = false // the part before ended in a carriage return
  for await (const part of bytes) {
    const from = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    if (!returned && !from.includes(0x0d)) {
      yield from
      continue
    }
    const to = Buffer.allocUnsafe(from.length)
    let length = 0
    for (const byte of from) {
      if (byte === 0x0d) to[length++] = 0x0a
      else if (byte !== 0x0a || !returned) to[length++] = byte
      returned = byte === 0x0d
    }
    yield to.subarray(0, length)
  }
}

/** The columns that a file of these rows has: one that may lack is there when a row fills it. */
export function filledColumns<C extends CsvColumns>(columns: C, rows: readonly Record<keyof C, string>[]): string[] {
  return Object.keys(columns).filter((name) => !columns[name]?.mayLack || rows.some((row) => row[name]))
}

/** Writes rows as lines of a file. */
export function csvLines<C extends CsvColumns>(
  columns: C,
  names: readonly string[],
  rows: readonly Record<keyof C, string>[],
): string {
  const cells = rows.map((row) => names.map((name) => (columns[name]?.text ? guard(row[name] ?? '') : row[name])))
  return cells.length > 0 ? stringify(cells, { record_delimiter: '\n' }) : ''
}

/** The line of the columns' names. */
export const headLine = (names: readonly string[]) => stringify([[...names]], { record_delimiter: '\n' })
