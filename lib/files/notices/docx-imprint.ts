import {
  BorderStyle,
  FrameAnchorType,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Imprint } from '@/lib/domain/notices/pages'
import { AREA, IMPRINT, PAGE } from '@/lib/domain/notices/sheet'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const EM = IMPRINT.size

/** 版记 as a table of the width of the type area; it stands at the foot by what stands over it (see docx.ts). */
export function imprintTable({ copies, office, date }: Imprint): Table {
  const rows = [
    ...(copies.length > 0
      ? [{ lines: copies.length, indent: { left: 4 * EM, hanging: 3 * EM }, text: `抄送：${copies.join('')}` }]
      : []),
    { lines: 1, indent: { left: EM }, text: `${office}\t${date}` },
  ]
  return new Table({
    width: { size: AREA.width, type: WidthType.DXA },
    columnWidths: [AREA.width],
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
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
                  indent: { ...indent, right: EM },
                  tabStops: [{ type: TabStopType.RIGHT, position: AREA.width - EM }],
                  children: [new TextRun(text)],
                }),
              ],
            }),
          ],
        }),
    ),
  })
}

/** The code, in a frame under the last rule, on the right: the number of an even page stands on the left. */
export function codeFrame(code: string): Paragraph {
  return new Paragraph({
    style: 'imprint',
    alignment: 'right',
    spacing: { line: 200, lineRule: LineRuleType.EXACTLY },
    frame: {
      type: 'absolute',
      position: { x: PAGE.left + EM, y: PAGE.top + AREA.height + 40 },
      width: AREA.width - 2 * EM,
      height: 200,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
    children: [new TextRun({ text: `校验码：${code}（在雁信“通报查验”页输入，可核对真伪）`, size: 18 })],
  })
}

function ruleOf(thickness: number) {
  // Rules are counted in eighths of a point.
  return { style: BorderStyle.SINGLE, size: Math.round(thickness / 2.5), color: '000000' }
}
