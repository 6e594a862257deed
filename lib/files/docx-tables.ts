import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { SetTable } from '@/lib/domain/notice/columns'
import { type Imprint, imprintHeight } from '@/lib/domain/notice/pages'
import { AREA, IMPRINT, PAGE, TABLE, twips } from '@/lib/domain/notice/sheet'

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** WPS wants every width said, and the layout fixed; rows do not break and the head stands on every page. */
export function tableOf({ table, size, widths, head, headHeight, rows }: SetTable): Table {
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

/** 版记 as a table that floats at the foot of the type area, and under it the code. */
export function imprintOf(imprint: Imprint): (Table | Paragraph)[] {
  const { copies, office, date, code } = imprint
  const from = IMPRINT.size
  const rows = [
    ...(copies.length > 0
      ? [{ lines: copies.length, indent: { left: from * 4, hanging: from * 3 }, text: [`抄送：${copies.join('')}`] }]
      : []),
    { lines: 1, indent: { left: from }, text: [office, date] },
  ]
  const bottom = PAGE.top + AREA.height
  const table = new Table({
    width: { size: AREA.width, type: WidthType.DXA },
    columnWidths: [AREA.width],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: PAGE.left,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: bottom - imprintHeight(imprint),
    },
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    borders: {
      top: ruleOf(IMPRINT.thick),
      bottom: ruleOf(IMPRINT.thick),
      left: NONE,
      right: NONE,
      insideHorizontal: ruleOf(IMPRINT.thin),
      insideVertical: NONE,
    },
    rows: rows.map(
      ({ lines, indent, text }) =>
        new TableRow({
          cantSplit: true,
          height: { value: IMPRINT.line * lines, rule: HeightRule.EXACT },
          children: [
            new TableCell({
              width: { size: AREA.width, type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.CENTER,
              children: [
                new Paragraph({
                  style: 'imprint',
                  indent: { ...indent, right: from },
                  tabStops: [{ type: TabStopType.RIGHT, position: AREA.width - from }],
                  children: [new TextRun(text.join('\t'))],
                }),
              ],
            }),
          ],
        }),
    ),
  })
  if (code === null) return [table]
  return [
    table,
    new Paragraph({
      style: 'imprint',
      spacing: { line: 200, lineRule: LineRuleType.EXACTLY },
      frame: {
        type: 'absolute',
        position: { x: PAGE.left + from, y: bottom + 40 },
        width: AREA.width - from,
        height: 200,
        anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      },
      children: [new TextRun({ text: `校验码：${code}（在雁信“通报查验”页输入，可核对真伪）`, size: 18 })],
    }),
  ]
}

function ruleOf(thickness: number) {
  // Rules are counted in eighths of a point.
  return { style: BorderStyle.SINGLE, size: Math.round(thickness / 2.5), color: '000000' }
}
