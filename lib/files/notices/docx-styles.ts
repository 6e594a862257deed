import type { TextKind } from '@/lib/domain/notices/lines'
import { HEAD, IMPRINT, LINE, NUMBER, ROW, TABLE, TEXT_SIZE } from '@/lib/domain/notices/sheet'

const FANG = '仿宋_GB2312'
const KAI = '楷体_GB2312'
const HEI = '黑体'
const SONG = '方正小标宋简体'
const SUN = '宋体'
export const RED = 'C1272D'

/** −0.3 pt: 28 characters of 16 pt stand on 156 mm with some air for how a program rounds, 28½ never do. */
const TIGHT = -6

type Style = {
  name: string
  font: string
  /** Size and line in twips. */
  size: number
  line: number
  align: 'both' | 'center' | 'left' | 'right'
  tight?: boolean
  color?: string
  firstLine?: number
  keepNext?: boolean
  outline?: number
}

const TEXT = { font: FANG, size: TEXT_SIZE, line: LINE, align: 'both', tight: true } as const
const TITLE = { font: SONG, size: HEAD.titleSize, align: 'center' } as const
/** Two characters. */
const firstLine = 2 * TEXT_SIZE

/** The styles of the document by id; a kind of text has its own. */
const STYLES = {
  Normal: { name: 'Normal', ...TEXT },
  paragraph: { name: '公文正文', ...TEXT, firstLine },
  heading: { name: '一级标题', ...TEXT, font: HEI, firstLine, keepNext: true, outline: 0 },
  subheading: { name: '二级标题', ...TEXT, font: KAI, firstLine, keepNext: true, outline: 1 },
  addressees: { name: '主送机关', ...TEXT },
  attachments: { name: '附件说明', ...TEXT },
  signature: { name: '发文机关署名', ...TEXT, align: 'right', keepNext: true },
  date: { name: '成文日期', ...TEXT, align: 'right' },
  mark: { name: '发文机关标志', ...TEXT, font: SONG, tight: false, align: 'center', color: RED },
  number: { name: '发文字号', ...TEXT, align: 'center' },
  title: { name: '公文标题', ...TITLE, line: HEAD.titleLine },
  label: { name: '附件序号', ...TEXT, font: HEI },
  caption: { name: '附件标题', ...TITLE, line: LINE, keepNext: true },
  tableHead: { name: '表头', font: HEI, size: TABLE.headSize, line: TABLE.headLine, align: 'center' },
  tableText: { name: '表格文字', font: FANG, size: 240, line: (ROW * 3) / 4, align: 'center' },
  legend: { name: '表注', font: FANG, size: TABLE.legendSize, line: TABLE.legendLine, align: 'left' },
  publisher: { name: '刊物主办单位', ...TEXT, align: 'left' },
  credit: { name: '供稿单位', ...TEXT, font: KAI, align: 'right' },
  imprint: { name: '版记', font: FANG, size: IMPRINT.size, line: IMPRINT.line, align: 'left' },
  draft: { name: '送审标记', font: HEI, size: NUMBER.size, line: NUMBER.size, align: 'right' },
  page: { name: '页码', font: SUN, size: NUMBER.size, line: NUMBER.size, align: 'left' },
} as const satisfies Record<TextKind | 'Normal' | string, Style>

export type StyleId = keyof typeof STYLES

/**
 * styles.xml, whole: the library can say neither that punctuation stays within the margin nor that digits keep no
 * distance from characters, and would add styles without fonts.
 */
export function stylesXml(): string {
  const styles = Object.entries<Style>(STYLES).map(([id, style]) => {
    const first = id === 'Normal' ? ' w:default="1"' : ''
    return `<w:style w:type="paragraph"${first} w:styleId="${id}"><w:name w:val="${style.name}"/><w:qFormat/>${paragraphOf(style)}${runOf(style)}</w:style>`
  })
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault>${runOf(STYLES.Normal, true)}</w:rPrDefault><w:pPrDefault>${paragraphOf(STYLES.Normal)}</w:pPrDefault></w:docDefaults>${styles.join('')}<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>${runOf(STYLES.tableText)}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
}

/** As on our pages: lines of one height, none kept with another but by us, nothing hangs, spreads or snaps by itself. */
function paragraphOf({ line, align, firstLine, keepNext, outline }: Style): string {
  const indent = firstLine ? `<w:ind w:firstLine="${firstLine}"/>` : ''
  const level = outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`
  return `<w:pPr>${keepNext ? '<w:keepNext/>' : ''}<w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${Math.round(line)}" w:lineRule="exact"/>${indent}<w:jc w:val="${align}"/>${level}</w:pPr>`
}

/** The font is named for every script, since Word chooses by the character; the hint keeps “ ” and — Chinese. */
function runOf({ font, size, tight, color = '000000' }: Style, language = false): string {
  const fonts = `<w:rFonts w:hint="eastAsia" w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`
  const spacing = `<w:spacing w:val="${tight ? TIGHT : 0}"/>`
  const lang = language ? '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>' : ''
  return `<w:rPr>${fonts}<w:color w:val="${color}"/>${spacing}<w:sz w:val="${size / 10}"/><w:szCs w:val="${size / 10}"/>${lang}</w:rPr>`
}
