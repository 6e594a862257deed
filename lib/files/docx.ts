import {
  BorderStyle,
  Document,
  Footer,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx'
import type { Notice } from '@/lib/domain/notice'
import { widthOf } from '@/lib/domain/notice/breaking'
import { imprintHeight, type Page, type Part, paginate } from '@/lib/domain/notice/pages'
import { AREA, CHARACTERS_A_LINE, HEAD, LINE, NUMBER, PAGE, TABLE, TEXT_SIZE, twips } from '@/lib/domain/notice/sheet'
import { codeFrame, imprintTable } from './docx-imprint'
import { RED, type StyleId, stylesXml } from './docx-styles'
import { tableOf } from './docx-tables'

/** A character with its spacing on the line, in twips. */
const CHARACTER = 314

/**
 * A notice as a Word document with the pages of the PDF: text flows, so that it can be edited, and only where a page
 * begins before the one before it is full a break is set. Fonts are named, none is embedded.
 */
export async function docxOf(notice: Notice): Promise<Uint8Array> {
  const pages = paginate(notice)
  const numbered = pages.filter(({ number }) => number !== null)
  const bare = pages.filter(({ number }) => number === null)
  const sections: ISectionOptions[] = [
    { properties: sheetOf(SectionType.NEXT_PAGE), footers: FOOTERS(), children: childrenOf(numbered) },
    ...(bare.length > 0
      ? [{ properties: sheetOf(SectionType.NEXT_PAGE), footers: NO_FOOTERS(), children: childrenOf(bare) }]
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

function sheetOf(type: (typeof SectionType)[keyof typeof SectionType]): ISectionOptions['properties'] {
  return {
    type,
    page: {
      size: { width: PAGE.width, height: PAGE.height },
      margin: {
        top: PAGE.top,
        left: PAGE.left,
        right: twips(26),
        bottom: twips(35),
        header: twips(15),
        // The middle of the number's line, where its dashes are, lies 7 mm below the type area.
        footer: twips(35) - NUMBER.below - NUMBER.size / 2,
        gutter: 0,
      },
    },
  }
}

const FOOTERS = () => ({ default: numberAt('right'), even: numberAt('left') })
const NO_FOOTERS = () => ({
  default: new Footer({ children: [para('page', '')] }),
  even: new Footer({ children: [para('page', '')] }),
})

function numberAt(side: 'left' | 'right'): Footer {
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })]
  return new Footer({
    children: [new Paragraph({ style: 'page', alignment: side, indent: { [side]: NUMBER.size }, children })],
  })
}

type Child = Paragraph | Table

function childrenOf(pages: readonly Page[]): Child[] {
  const children: Child[] = []
  for (const [index, { parts, imprint, early, used }] of pages.entries()) {
    let breaks = early && index > 0
    for (const part of parts) {
      children.push(...childrenOfPart(part, breaks, pages.slice(index + 1)))
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

/** A document ends with a paragraph, not with a table: one of next to no height. */
const TINY = 20
/** For how programs count the rules of tables that stand over the imprint. */
const SLACK = 80

/** A paragraph of one height: it brings what follows to its place. */
function spacer(height: number, pageBreakBefore: boolean): Paragraph {
  return new Paragraph({ pageBreakBefore, spacing: { line: height, lineRule: LineRuleType.EXACTLY }, run: { size: 2 } })
}

function childrenOfPart(part: Part, breaks: boolean, later: readonly Page[]): Child[] {
  switch (part.is) {
    case 'head':
      return headOf(part)
    case 'text':
      // What goes on from the page before is part of its paragraph there.
      return part.begins ? [textOf(part, breaks, later)] : []
    case 'blank':
      return Array.from({ length: part.lines }, () => para('Normal', ''))
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
      return part.from === 0 ? [tableOf(part.set)] : []
    case 'legend':
      return [para('legend', part.lines.join(''), { spacing: { before: TABLE.legendGap } })]
  }
}

function headOf({ mark, markSize, number, title }: Extract<Part, { is: 'head' }>): Paragraph[] {
  const rule = {
    style: BorderStyle.SINGLE,
    color: RED,
    size: Math.round(HEAD.rule / 2.5),
    space: Math.round(HEAD.ruleAfterNumberLine / 20),
  }
  return [
    new Paragraph({
      style: 'mark',
      spacing: { before: HEAD.above, line: markSize, lineRule: LineRuleType.EXACTLY },
      children: [new TextRun({ text: mark, size: markSize / 10 })],
    }),
    para('number', number, { spacing: { before: 2 * LINE }, border: { bottom: rule } }),
    new Paragraph({
      style: 'title',
      spacing: { before: 2 * LINE, after: LINE },
      children: title.map((text, line) => new TextRun({ text, ...(line > 0 && { break: 1 }) })),
    }),
  ]
}

type Text = Extract<Part, { is: 'text' }>

function textOf(part: Text, pageBreakBefore: boolean, later: readonly Page[]): Paragraph {
  const { kind, runs, lines, hang } = part
  const text = runs.map((run) => run.text).join('')
  const at = part.ends ? null : breakWithin(part, text, later)
  return new Paragraph({
    style: kind,
    pageBreakBefore,
    ...(kind === 'attachments' && { indent: indentOf(lines[0]?.indent ?? 0, hang) }),
    ...((kind === 'signature' || kind === 'date') && {
      indent: { right: Math.max(0, Math.round((CHARACTERS_A_LINE - hang - widthOf(text)) * CHARACTER)) },
    }),
    children:
      at === null
        ? [new TextRun(text)]
        : [new TextRun(text.slice(0, at)), new TextRun({ children: [new PageBreak()] }), new TextRun(text.slice(at))],
  })
}

/** Both in characters; Word knows a first line as further in or further out than the others. */
function indentOf(first: number, others: number) {
  const [left, differs] = [Math.round(others * CHARACTER), Math.round(Math.abs(first - others) * CHARACTER)]
  return first < others ? { left, hanging: differs } : { left, firstLine: differs }
}

/** Where a paragraph that goes on on the next page is broken by us; null where the page was simply full. */
function breakWithin({ lines }: Text, text: string, [next]: readonly Page[]): number | null {
  if (!next?.early) return null
  const printed = lines.flatMap((line) => line.runs.map((run) => run.text)).join('').length
  return text.length < printed ? null : printed
}

type ParagraphMore = Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'style' | 'children' | 'text'>

function para(style: StyleId, text: string, more: ParagraphMore = {}): Paragraph {
  return new Paragraph({ style, ...more, children: text ? [new TextRun(text)] : [] })
}
