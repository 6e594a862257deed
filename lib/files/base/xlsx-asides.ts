import { posix } from 'node:path'
import { walkXml, xmlText } from './xml'
import { type Parts, Unzippable } from './zip'

/** What a workbook says of its sheets beside their cells: which are hidden, and where a formula has no value kept. */
export type SheetAside = { hidden: boolean; unkept: { row: number; column: number }[] }

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const MOST_ELEMENTS = 1_000_000

/** Of every sheet, in their order. The parts were counted before. Throws Unzippable. */
export function asidesIn(parts: Parts): SheetAside[] {
  const budget = { elements: MOST_ELEMENTS }
  const targets = new Map<string, string>()
  const relations = parts.get(RELATIONS)
  if (relations) {
    walkXml(xmlText(relations), budget, (name, attributes) => {
      if (name !== 'Relationship') return
      const { Id = '', Target = '' } = attributes()
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target))
    })
  }
  const sheets: SheetAside[] = []
  const workbook = parts.get(WORKBOOK)
  if (!workbook) throw new Unzippable('broken')
  walkXml(xmlText(workbook), budget, (name, attributes) => {
    if (name !== 'sheet') return
    const { state = 'visible', id = '' } = attributes()
    const part = parts.get(targets.get(id) ?? '')
    sheets.push({ hidden: state !== 'visible', unkept: part ? unkeptIn(xmlText(part), budget) : [] })
  })
  return sheets
}

/** The cells of a sheet that hold a formula and no value. */
function unkeptIn(xml: string, budget: { elements: number }): SheetAside['unkept'] {
  if (!xml.includes('<f') && !/<\w+:f\b/.test(xml)) return []
  const unkept: SheetAside['unkept'] = []
  let [row, column, formula, value] = [0, 0, false, false]
  walkXml(
    xml,
    budget,
    (name, attributes) => {
      if (name === 'c') {
        const [, letters = '', digits = ''] = /^([A-Za-z]+)(\d+)$/.exec(attributes().r ?? '') ?? []
        row = Number(digits)
        column = [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
        formula = false
        value = false
      } else if (name === 'f') formula = true
      else if (name === 'v' || name === 'is') value = true
    },
    {
      close: (name) => {
        if (name === 'c' && formula && !value && row > 0 && column > 0) unkept.push({ row, column })
      },
      text: () => {},
    },
  )
  return unkept
}
