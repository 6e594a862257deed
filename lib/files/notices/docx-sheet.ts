import {
  BorderStyle,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageBreak,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { EditionPage } from '@/lib/domain/editions/paper'
import type { Part } from '@/lib/domain/notices/pages'
import { HEAD, NUMBER, PAGE, twips } from '@/lib/domain/notices/sheet'
import { RED, type StyleId } from './docx-styles'

/** A character with its spacing on the line, in twips. */
export const CHARACTER = 314

/** A document ends with a paragraph, not with a table: one of next to no height. */
export const TINY = 20
/** For how programs count the rules of tables that stand over the imprint. */
export const SLACK = 80

/** The red rule under the head of the first page. */
export const HEAD_RULE = {
  style: BorderStyle.SINGLE,
  color: RED,
  size: Math.round(HEAD.rule / 2.5),
  space: Math.round(HEAD.ruleAfterNumberLine / 20),
}

/** A section of A4 sheets with the margins of GB/T 9704-2012, each beginning a page. */
export function sheetOf(): ISectionOptions['properties'] {
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: { width: PAGE.width, height: PAGE.height },
      margin: {
        top: PAGE.top,
        left: PAGE.left,
        right: twips(26),
        bottom: twips(35),
        header: twips(20),
        // The middle of the number's line, where its dashes are, lies 7 mm below the type area.
        footer: twips(35) - NUMBER.below - NUMBER.size / 2,
        gutter: 0,
      },
    },
  }
}

/** Page numbers: odd right, even left. */
export const FOOTERS = () => ({ default: numberAt('right'), even: numberAt('left') })
export const NO_FOOTERS = () => ({
  default: new Footer({ children: [para('page', '')] }),
  even: new Footer({ children: [para('page', '')] }),
})

/** What stands over the type area of every page; nothing where nothing is to be said. */
export function headersOf(words: string | null): Pick<ISectionOptions, 'headers'> {
  if (words === null) return {}
  const header = () => new Header({ children: [para('draft', words)] })
  return { headers: { default: header(), even: header() } }
}

function numberAt(side: 'left' | 'right'): Footer {
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })]
  return new Footer({
    children: [new Paragraph({ style: 'page', alignment: side, indent: { [side]: NUMBER.size }, children })],
  })
}

/** A paragraph of one height: it brings what follows to its place. */
export function spacer(height: number, pageBreakBefore: boolean): Paragraph {
  return new Paragraph({ pageBreakBefore, spacing: { line: height, lineRule: LineRuleType.EXACTLY }, run: { size: 2 } })
}

/** Both in characters; Word knows a first line as further in or further out than the others. */
export function indentOf(first: number, others: number) {
  const [left, differs] = [Math.round(others * CHARACTER), Math.round(Math.abs(first - others) * CHARACTER)]
  return first < others ? { left, hanging: differs } : { left, firstLine: differs }
}

type Text = Extract<Part, { is: 'text' }>

/** The runs of a paragraph. `next`: the page after the one that it begins on. */
export function docxRunsOf(part: Text, next: Pick<EditionPage, 'early'> | undefined) {
  const text = part.runs.map((run) => run.text).join('')
  const at = part.ends ? null : breakWithin(part, text, next)
  if (at === null) return [new TextRun(text)]
  return [new TextRun(text.slice(0, at)), new TextRun({ children: [new PageBreak()] }), new TextRun(text.slice(at))]
}

/** Where a paragraph that goes on on the next page is broken by us; null where the page was simply full. */
function breakWithin({ lines }: Text, text: string, next: Pick<EditionPage, 'early'> | undefined): number | null {
  if (!next?.early) return null
  const printed = lines.flatMap((line) => line.runs.map((run) => run.text)).join('').length
  return text.length < printed ? null : printed
}

type ParagraphMore = Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'style' | 'children' | 'text'>

export function para(style: StyleId, text: string, more: ParagraphMore = {}): Paragraph {
  return new Paragraph({ style, ...more, children: text ? [new TextRun(text)] : [] })
}
