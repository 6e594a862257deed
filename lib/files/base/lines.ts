import { Fault } from '@/lib/domain/base/fault'
import { plainLinesOf } from '@/lib/domain/checking/plain'
import type { RawTable, TableFault } from '@/lib/domain/figures/past'
import { textOfFile } from './read'
import { type NamedBytes, tablesIn } from './tables'

const SHEETS = /\.(?:csv|xlsx)$/i
const TEXTS = /\.(?:txt|docx)$/i
const PASTED = '粘贴的文字'

/**
 * Lists as rows of cells: sheets as they are, text and Word documents a row a line, its cells parted by tabs (as a
 * pasted table comes, too). What can't be read is named in `faults`.
 */
export async function listsIn(
  files: readonly NamedBytes[],
  pasted: string,
): Promise<{ tables: RawTable[]; faults: TableFault[] }> {
  const { tables, faults } = await tablesIn(files.filter(({ name }) => SHEETS.test(name)))
  for (const file of files) {
    if (SHEETS.test(file.name)) continue
    const say = (why: string) => void faults.push({ file: file.name, line: 1, what: '文件', why })
    if (!TEXTS.test(file.name)) say('只能读取 .xlsx、.docx、.csv 和文本文件，请另存后再试。')
    else if (file.bytes.length === 0) say('文件是空的。')
    else {
      try {
        tables.push(...tablesOfText(file.name, await textOfFile(file)))
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        say(error.message)
      }
    }
  }
  if (pasted.trim() !== '') tables.push(...tablesOfText(PASTED, pasted))
  return { tables, faults }
}

/** Lines with tabs in a row are one table each, what stands between them is free. */
function tablesOfText(name: string, text: string): RawTable[] {
  const tables: (RawTable & { rows: { line: number; cells: string[] }[]; wide: boolean })[] = []
  for (const [i, line] of plainLinesOf(text).entries()) {
    if (line.trim() === '') continue
    const row = { line: i + 1, cells: line.split('\t') }
    const wide = row.cells.length > 1
    const last = tables.at(-1)
    if (last?.wide === wide) last.rows.push(row)
    else tables.push({ file: name, rows: [row], wide })
  }
  return tables.map(({ file, rows }) => ({ file, rows }))
}
