import { isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import type { RawRow, RawTable, TableFault } from '@/lib/domain/figures/past'
import { workbookIn } from './xlsx'
import { asidesIn } from './xlsx-asides'
import { Unzippable } from './zip'

/** A file as it was handed in. */
export type NamedBytes = { name: string; bytes: Uint8Array }

/** Far more than four tables of a district unpack to; a file that claims little and unpacks to gigabytes stops here. */
const MOST_INFLATED = 32 * 1024 * 1024
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/**
 * The tables in CSV files (UTF-8 or GB 18030) and Excel workbooks (every sheet with anything in it), blank rows left
 * out. What can't be read is named in `faults`.
 */
export async function tablesIn(files: readonly NamedBytes[]): Promise<{ tables: RawTable[]; faults: TableFault[] }> {
  const tables: RawTable[] = []
  const faults: TableFault[] = []
  for (const { name, bytes } of files) {
    try {
      const found = ZIP.every((byte, i) => bytes[i] === byte) ? await sheets(name, bytes) : [csv(name, bytes)]
      const filled = found.filter(({ rows }) => rows.length > 0)
      if (filled.length === 0) throw new Unreadable(1, '文件是空的。')
      tables.push(...filled)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      faults.push({ file: name, line: error.line, what: '文件', why: error.message })
    }
  }
  return { tables, faults }
}

class Unreadable extends Error {
  constructor(
    readonly line: number,
    why: string,
  ) {
    super(why)
  }
}

async function sheets(name: string, bytes: Uint8Array): Promise<RawTable[]> {
  const { sheets: found, parts } = await workbookIn(bytes, MOST_INFLATED).catch((error: unknown) => {
    if (!(error instanceof Unzippable)) throw error
    if (error.why === 'large') throw new Unreadable(1, '工作簿过大，请只保留统计表，删去右侧和下方多余的格子后再试。')
    throw new Unreadable(1, '不是可读的 Excel 工作簿（.xlsx），请另存为 .xlsx 或 CSV 后再试。')
  })
  const asides = asidesIn(parts)
  const asideOf = (n: number) => (asides.length === found.length ? asides[n] : undefined)
  return found.map(({ sheet, data }, n) => ({
    book: name,
    file: found.length === 1 ? name : `${name}（${sheet}）`,
    rows: filledRows(data.map((row, i) => ({ line: i + 1, cells: row.map(cellText) }))),
    ...(asideOf(n)?.hidden && { hidden: true as const }),
    ...(asideOf(n)?.unkept.length && { unkept: asideOf(n)?.unkept ?? [] }),
  }))
}

/** A cell as text; a date as 2020-09-30. */
function cellText(cell: unknown): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')
}

function csv(name: string, bytes: Uint8Array): RawTable {
  const rows: RawRow[] = []
  const text = decoded(bytes).replace(/\r\n?/g, '\n')
  try {
    const options = { bom: true, relax_column_count: true, record_delimiter: '\n' }
    parse(text, {
      ...options,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        rows.push({ line: lines - cells.reduce((n, cell) => n + cell.split('\n').length - 1, 0), cells })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Unreadable((rows.at(-1)?.line ?? 0) + 1, '这一行起双引号没有成对；含逗号的内容应整格加引号。')
  }
  return { file: name, rows: filledRows(rows) }
}

/** What a Chinese Excel saves as plain "CSV" is GB 18030, not UTF-8. */
function decoded(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable(1, '不是文本，也不是 .xlsx 工作簿，请另存为 CSV 或 .xlsx 后再试。')
  }
}

function filledRows(rows: readonly RawRow[]): RawRow[] {
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}
