import { Document, type ISectionOptions, LineRuleType, Packer, Paragraph, type Table, TextRun } from 'docx'
import { textWidthOf } from '@/lib/domain/notices/breaking'
import { DRAFT_MARK, type Notice } from '@/lib/domain/notices/document'
import { imprintHeight, type Page, type Part, paginate } from '@/lib/domain/notices/pages'
import { AREA, CHARACTERS_A_LINE, HEAD, LINE, TABLE } from '@/lib/domain/notices/sheet'
import { codeFrame, imprintTable } from './docx-imprint'
import {
  CHARACTER,
  docxRunsOf,
  FOOTERS,
  HEAD_RULE,
  headersOf,
  indentOf,
  NO_FOOTERS,
  para,
  SLACK,
  sheetOf,
  spacer,
  TINY,
} from './docx-sheet'
import { stylesXml } from './docx-styles'
import { docxTableOf } from './docx-tables'

/**
 * A notice as a Word document with the pages of the PDF: text flows, so that it can be edited, and only where a page
 * begins before the one before it is full a break is set. Fonts are named, none is embedded.
 */
export async function docxOf(notice: Notice): Promise<Uint8Array> {
  const pages = paginate(notice)
  const numbered = pages.filter(({ number }) => number !== null)
  const bare = pages.filter(({ number }) => number === null)
  const headers = () => headersOf(notice.unissued ? DRAFT_MARK : null)
  const sections: ISectionOptions[] = [
    { properties: sheetOf(), ...headers(), footers: FOOTERS(), children: childrenOf(numbered) },
    ...(bare.length > 0
      ? [{ properties: sheetOf(), ...headers(), footers: NO_FOOTERS(), children: childrenOf(bare) }]
      : []),
  ]
  const document = new Document({
    title: notice.title,
    creator: notice.signature,
    lastModifiedBy: notice.signature,
    evenAndOddHeaderAndFooters: true,
    sections,
  })
  const styles = { path: 'word/styles.xml', data: stylesXml() }
  return new Uint8Array(await Packer.toBuffer(document, undefined, [styles]))
}

type Child = Paragraph | Table

function childrenOf(pages: readonly Page[]): Child[] {
  const children: Child[] = []
  for (const [index, { parts, imprint, early, used, line }] of pages.entries()) {
    const pitch = line === LINE ? {} : { spacing: { line, lineRule: LineRuleType.EXACTLY } }
    let breaks = early && index > 0
    for (const part of parts) {
      children.push(...childrenOfPart(part, breaks, pages.slice(index + 1), pitch))
      breaks = false
    }
    if (!imprint) continue
    const above = AREA.height - used - imprintHeight(imprint) - (parts.length > 0 ? SLACK : 0) - 2 * TINY
    children.push(spacer(above, breaks), imprintTable(imprint))
    if (imprint.code !== null) children.push(codeFrame(imprint.code))
    children.push(spacer(TINY, false))
  }
  return children
}

/** The height of a line, where it is not that of the style. */
type Pitch = { spacing?: { line: number; lineRule: typeof LineRuleType.EXACTLY } }

function childrenOfPart(part: Part, breaks: boolean, later: readonly Page[], pitch: Pitch): Child[] {
  switch (part.is) {
    case 'head':
      return headOf(part)
    case 'text':
      // What goes on from the page before is part of its paragraph there.
      return part.begins ? [textOf(part, breaks, later, pitch)] : []
    case 'blank':
      return Array.from({ length: part.lines }, () => para('Normal', '', pitch))
    case 'label':
      return [para('label', part.text, { pageBreakBefore: breaks })]
    case 'caption':
      return [
        para('caption', part.lines.join(''), {
          pageBreakBefore: breaks,
          keepNext: true,
          spacing: { after: TABLE.gap },
        }),
      ]
    case 'table':
      return part.from === 0 ? [docxTableOf(part.set)] : []
    case 'legend':
      return [para('legend', part.lines.join(''), { spacing: { before: TABLE.legendGap } })]
  }
}

function headOf({ mark, markSize, number, title }: Extract<Part, { is: 'head' }>): Paragraph[] {
  return [
    new Paragraph({
      style: 'mark',
      spacing: { before: HEAD.above, line: markSize, lineRule: LineRuleType.EXACTLY },
      children: [new TextRun({ text: mark, size: markSize / 10 })],
    }),
    para('number', number, { spacing: { before: 2 * LINE }, border: { bottom: HEAD_RULE } }),
    new Paragraph({
      style: 'title',
      spacing: { before: 2 * LINE, after: LINE },
      children: title.map((text, line) => new TextRun({ text, ...(line > 0 && { break: 1 }) })),
    }),
  ]
}

type Text = Extract<Part, { is: 'text' }>

function textOf(part: Text, pageBreakBefore: boolean, [next]: readonly Page[], pitch: Pitch): Paragraph {
  const { kind, runs, lines, hang } = part
  const width = textWidthOf(runs.map((run) => run.text).join(''))
  return new Paragraph({
    style: kind,
    pageBreakBefore,
    ...pitch,
    ...(kind === 'attachments' && { indent: indentOf(lines[0]?.indent ?? 0, hang) }),
    ...((kind === 'signature' || kind === 'date') && {
      indent: { right: Math.max(0, Math.round((CHARACTERS_A_LINE - hang - width) * CHARACTER)) },
    }),
    children: docxRunsOf(part, next),
  })
}
