import readXlsx, { type Sheet } from 'read-excel-file/node'
import { walkXml, xmlText } from './xml'
import { type Parts, Unzippable, unzip, zip } from './zip'

/** A district's quarter is some two hundred rows of eleven; a year of a ministry's statistics is below this. */
const MOST_CELLS = 200_000
/** Rows × columns as far as each sheet reaches, all together: whoever reads them fills the gaps. */
const MOST_AREA = 1_000_000
const MOST_SHEETS = 100
const MOST_ELEMENTS = 1_000_000
/** In all cells together: a string that many share is written out in each. */
const MOST_CHARACTERS = 5_000_000

/** A workbook as it was read: its sheets, and the parts that were approved. */
export type Workbook = { sheets: Sheet[]; parts: Parts }

/** Reads a workbook, after everything that it would make of itself was counted. Throws Unzippable. */
export async function workbookIn(bytes: Uint8Array, most: number): Promise<Workbook> {
  const parts = unzip(bytes, most, (name) => /\.(?:xml|rels)$/.test(name))
  if (!parts.has('xl/workbook.xml')) throw new Unzippable('broken')
  const budget = { elements: MOST_ELEMENTS }
  let [cells, area] = [0, 0]
  for (const part of parts.values()) {
    const reach = reachOf(xmlText(part), budget)
    cells += reach.cells
    area += reach.rows * reach.columns
    if (cells > MOST_CELLS || area > MOST_AREA) throw new Unzippable('large')
  }
  const sheets = await readXlsx(zip(parts)).catch(() => {
    throw new Unzippable('broken')
  })
  let characters = 0
  for (const { data } of sheets)
    for (const row of data) for (const cell of row) characters += typeof cell === 'string' ? cell.length : 8
  if (characters > MOST_CHARACTERS) throw new Unzippable('large')
  return { sheets, parts }
}

/** How many cells a part names, and how far they reach, declared or real; any part may be named a sheet by the relations. */
function reachOf(xml: string, budget: { elements: number }) {
  const reach = { cells: 0, rows: 1, columns: 1 }
  let sheets = 0
  const targets = new Set<string>()
  walkXml(xml, budget, (name, attributes) => {
    if (name === 'c' || name === 'row' || name === 'dimension') {
      if (name === 'c' && ++reach.cells > MOST_CELLS) throw new Unzippable('large')
      const { r = '', ref = r } = attributes()
      for (const place of ref.split(':')) {
        const [, letters = '', row = ''] = /^\$?([A-Za-z]*)\$?(\d*)$/.exec(place.trim()) ?? []
        reach.rows = Math.max(reach.rows, Number(row))
        reach.columns = Math.max(reach.columns, columnOf(letters))
      }
    } else if (name === 'sheet' && ++sheets > MOST_SHEETS) throw new Unzippable('large')
    else if (name === 'Relationship') {
      const { Type = '', Target = '' } = attributes()
      // One sheet under many names would be read as often as it is named.
      if (/\/worksheet$/.test(Type) && targets.size === targets.add(Target.replace(/^\/xl\//, '')).size)
        throw new Unzippable('broken')
    }
  })
  return reach
}

/** The number of a column: A is 1, XFD 16,384. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
}
