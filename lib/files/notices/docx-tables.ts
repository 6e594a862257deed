import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { SetTable } from '@/lib/domain/notices/columns'
import { AREA, TABLE } from '@/lib/domain/notices/sheet'

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** WPS wants every width said, and the layout fixed; rows do not break and the head stands on every page. */
export function docxTableOf({ table, size, widths, head, headHeight, rows }: SetTable): Table {
  const unitAt = table.head.indexOf('单位')
  const cell = (lines: readonly string[], column: number, inHead: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          style: inHead ? 'tableHead' : 'tableText',
          ...(column === unitAt && !inHead && { alignment: AlignmentType.LEFT }),
          children: lines.map((text, line) => {
            return new TextRun({ text, ...(!inHead && { size: size / 10 }), ...(line > 0 && { break: 1 }) })
          }),
        }),
      ],
    })
  return new Table({
    width: { size: AREA.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
    margins: { left: TABLE.pad / 2, right: TABLE.pad / 2, marginUnitType: WidthType.DXA },
    borders: { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        height: { value: headHeight, rule: HeightRule.EXACT },
        children: head.map((lines, column) => cell(lines, column, true)),
      }),
      ...rows.map(
        ({ cells, height }) =>
          new TableRow({
            cantSplit: true,
            height: { value: height, rule: HeightRule.EXACT },
            children: cells.map((lines, column) => cell(lines, column, false)),
          }),
      ),
    ],
  })
}
