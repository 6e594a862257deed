import { Document, LineRuleType, Packer, Paragraph, type Table, TabStopType, TextRun } from 'docx'
import {
  type EditionPage,
  type EditionPaper,
  type EditionPart,
  editionPages,
  MASTHEAD,
  type Masthead,
} from '@/lib/domain/editions/paper'
import { isCentred } from '@/lib/domain/notices/lines'
import { imprintHeight } from '@/lib/domain/notices/pages'
import { AREA, HEAD, LINE } from '@/lib/domain/notices/sheet'
import { imprintTable } from '../notices/docx-imprint'
import { docxRunsOf, FOOTERS, HEAD_RULE, indentOf, para, SLACK, sheetOf, spacer, TINY } from '../notices/docx-sheet'
import { type StyleId, stylesXml } from '../notices/docx-styles'

/** An edition of a publication as a Word document with the pages of the screen; text flows, as in that of a notice. */
export async function editionDocx(paper: EditionPaper): Promise<Uint8Array> {
  const document = new Document({
    title: `${paper.name}${paper.number}`,
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: sheetOf(), footers: FOOTERS(), children: childrenOf(editionPages(paper)) }],
  })
  const styles = { path: 'word/styles.xml', data: stylesXml() }
  return new Uint8Array(await Packer.toBuffer(document, undefined, [styles]))
}

function childrenOf(pages: readonly EditionPage[]): (Paragraph | Table)[] {
  return pages.flatMap(({ parts, imprint, early, used }, index) => {
    const breaks = early && index > 0
    const children: (Paragraph | Table)[] = parts.flatMap((part, at) =>
      partOf(part, breaks && at === 0, pages[index + 1]),
    )
    if (!imprint) return children
    const above = AREA.height - used - imprintHeight(imprint) - (parts.length > 0 ? SLACK : 0) - 2 * TINY
    return [...children, spacer(above, breaks && parts.length === 0), imprintTable(imprint), spacer(TINY, false)]
  })
}

function partOf(part: EditionPart, pageBreakBefore: boolean, next: EditionPage | undefined): Paragraph[] {
  switch (part.is) {
    case 'masthead':
      return mastheadOf(part)
    case 'caption':
      return [
        new Paragraph({
          style: 'caption',
          pageBreakBefore,
          children: part.lines.map((text, line) => new TextRun({ text, ...(line > 0 && { break: 1 }) })),
        }),
      ]
    case 'blank':
      return Array.from({ length: part.lines }, () => para('Normal', ''))
    case 'text':
      // What goes on from the page before is part of its paragraph there.
      return part.begins ? [textOf(part, pageBreakBefore, next)] : []
    default:
      return []
  }
}

type Text = Extract<EditionPart, { is: 'text' }>

function textOf(part: Text, pageBreakBefore: boolean, next: EditionPage | undefined): Paragraph {
  const { kind, lines, hang } = part
  const style: StyleId = kind === 'signature' ? 'credit' : kind
  const children = docxRunsOf(part, next)
  if (kind === 'attachments') {
    return new Paragraph({ style, pageBreakBefore, indent: indentOf(lines[0]?.indent ?? 0, hang), children })
  }
  return new Paragraph({
    style,
    pageBreakBefore,
    ...(isCentred(part) && { alignment: 'center' as const, indent: { firstLine: 0 } }),
    children,
  })
}

function mastheadOf({ name, size, number, issuer, date }: Masthead): Paragraph[] {
  return [
    new Paragraph({
      style: 'mark',
      spacing: { before: MASTHEAD.above, line: size, lineRule: LineRuleType.EXACTLY },
      children: [new TextRun({ text: name, size: size / 10 })],
    }),
    para('number', number, { spacing: { before: LINE, after: LINE } }),
    new Paragraph({
      style: 'publisher',
      spacing: { after: LINE + HEAD.ruleAfterNumberLine + HEAD.rule },
      tabStops: [{ type: TabStopType.RIGHT, position: AREA.width }],
      border: { bottom: HEAD_RULE },
      children: [new TextRun(`${issuer}\t${date}`)],
    }),
  ]
}
