import type { Kind } from '../adoptions/kinds'
import { bare, isSum } from './columns'
import { type Around, type FoundPiece, type KnownPieces, kindIn, takeSource } from './pieces'

const TAIL = /[（(【[]([^（）()【】[\]]*)[）)】\]]\s*[。；;]?$/
/** What a list is headed by: it names no item. */
const HEADING = /(?:采用|录用)(?:的)?(?:政务)?(?:信息|篇目)?(?:情况|目录|清单|一览|通报|反馈|统计)/
const UNITLIKE = /^[\p{Script=Han}]{1,16}(?:局|委|办|部|镇|乡|街道|中心|公司|院|校|县|区|办公室|办事处|管委会)$/u
/** An issue behind the brackets at the end. */
const ISSUE_LAST = /(?<=[)）\]】])\s*[，,]?\s*(第\s*\d{1,5}\s*期)[。；;]?$/
const LEAST = 4
const NUMBER =
  /^\s*(?:第[一二三四五六七八九十]{1,3}部分[、:：]?|[Ⅰ-Ⅻ][、.．]?|[一二三四五六七八九十]{1,3}\s+|[（(]?[一二三四五六七八九十\d]{1,3}[)）、:：]|[一二三四五六七八九十\d]{1,3}[.．](?!\d)|[①-⑳])\s*/
/** What a heading says around publication, day and kind: that they were adopted, in which span of time, and how many. */
const AROUND =
  /(?:20\d{2}\s*年)?\s*(?:\d{1,2}\s*月份?|第?[一二三四]季度|[上下]半年)|20\d{2}\s*年度?|[本上当][月期季旬周年]度?|刊发|刊登|编发|刊载|采用|录用|情况|目录|清单|篇目|一览|名单|如下|统计|汇总|刊物|载体|单条|综合|约稿|专题|以[上下]|共?\s*[\d一二三四五六七八九十]{1,3}\s*[条篇件则]|[类等的被在由获]|上(?!报)/g
/** The name of the place before its authority: 资阳市政府, 四川省委. */
const PLACE = /^(?!.?.?(?:简讯|信息|级))\p{Script=Han}{2,3}(?=[省市](?:委|人民政府|政府))/u
/** Who prints a publication, before what it adopts as: 区委办, 省教育厅, 国务院办公厅. */
const ORGAN = /^\p{Script=Han}{1,12}[厅局委办室府部社院](?=(?:\p{Script=Han}{1,5}级|采编上报|简讯|信息)*$)/u
const NUMBERED =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}(?:[)）、.．]|\s+(?=\S))|第[一二三四五六七八九十]{1,3}部分|[Ⅰ-Ⅻ])/
/** 信息 as what was adopted, whatever its form. */
const WHATEVER = /(?:采用|录用|刊发|刊登)的?(?:政务)?信息/
const TELLING = /级|简讯|专报|全文|采编/
/** A cell with a number of its own: the heading's, or how many stand below it. */
const COUNT = /^(?:[（(]?[一二三四五六七八九十\d]{1,4}[)）]?[、.．]?|共?\d{1,4}[条篇件则])$/
/** What publications are called, where title marks alone could be those of an item. */
const PERIODICAL = /(?:快讯|要情|简讯|简报|专报|快报|内参|要讯|日报|周报|月报|摘报|通讯|专刊|政务信息|^.{2,4}信息)$/

const piecesOf = (cells: readonly string[]) =>
  cells.flatMap((cell) => cell.split(/\t|\s{3,}|[｜|]/)).flatMap((piece) => piece.trim() || [])

/**
 * Reads rows without a head, one after another: a line that only names publication, issue, day or kind holds for those below
 * it until the next such line.
 */
export class FreeRows {
  section: Omit<FoundPiece, 'title'> = {}

  constructor(private readonly around: Around & KnownPieces) {}

  /** What a row says; null where it is no title. */
  read(cells: readonly string[]): FoundPiece | null {
    const pieces = piecesOf(cells)
    const told = pieces.filter((piece) => !/^\d{1,4}[.、]?$/.test(piece))
    const longest = [...told].sort((a, b) => b.length - a.length)[0]
    if (longest === undefined || isSum(told[0] ?? '') || isSum(longest) || isSum(told.join(''))) return null
    if (this.heading(cells)) return null
    const found: FoundPiece = { title: '' }
    let title = bare(longest)
    for (const piece of told.filter((one) => one !== longest)) this.take(piece, found)
    title = this.takeTails(title, found)
    title = bare(this.takeHead(title, found))
    if (title.length < LEAST) return null
    return { ...this.section, ...this.unlessOwn(found), title }
  }

  /** What holds for the rows below when this one heads them, saying nothing else; null where it is no heading. */
  heading(cells: readonly string[]): Omit<FoundPiece, 'title'> | null {
    const pieces = [...new Set(piecesOf(cells))]
    const [told, ...others] = pieces.filter((piece) => !COUNT.test(piece))
    if (told === undefined || others.length > 0) return null
    const anew = NUMBERED.test(pieces[0] ?? '') || NUMBERED.test(told)
    return this.isSection(told.replace(NUMBER, ''), anew) ? this.section : null
  }

  /** A row with a publication of its own has no issue from the section. */
  private unlessOwn(found: FoundPiece): FoundPiece {
    if (found.publication === undefined || found.issueNo !== undefined) return found
    return { ...found, issueNo: undefined }
  }

  /** `anew`: a heading with a number of its own; another one goes on with the kind above it. */
  private isSection(text: string, anew: boolean): boolean {
    const { found, rest } = takeSource(text, this.around)
    const left = rest
      .replace(AROUND, '')
      .replace(/[\p{P}\p{S}\s]+|\d{1,3}$/gu, '')
      .replace(PLACE, '')
    const kind = found.kind === undefined ? this.kindOf(left, text) : null
    if (kind !== null) found.kind = kind
    if (found.publication && WHATEVER.test(text) && !TELLING.test(text.replace(/《[^》]*》/g, ''))) delete found.kind
    const says = Object.keys(found).length
    if (says > 0 && (kind !== null || left.replace('信息', '') === '')) {
      // A title in title marks alone is a title, unless publications are called so.
      if (says === 1 && found.publication !== undefined && kind === null && !PERIODICAL.test(found.publication)) {
        if (text === `《${found.publication}》` || found.publication.length > 10) return false
      }
      this.section = anew || this.section.kind === undefined ? found : { kind: this.section.kind, ...found }
      return true
    }
    return HEADING.test(text) && !this.namesUnit(text)
  }

  /** What is left of a heading is a kind, or an authority and the level for which its taking counts. */
  private kindOf(left: string, text: string): Kind | null {
    const kind = kindIn(left, this.around)
    if (kind !== null || !/采用|录用|刊发/.test(text) || !TELLING.test(left.replace(/简讯|专报|全文/g, ''))) return kind
    return kindIn(left.replace(ORGAN, ''), this.around)
  }

  private namesUnit(text: string): boolean {
    const tail = TAIL.exec(text)?.[1]
    return tail !== undefined && this.isUnit(tail)
  }

  /** Takes what stands in brackets at the end, as long as all of it is understood. */
  private takeTails(title: string, found: FoundPiece): string {
    const issue = ISSUE_LAST.exec(title)
    let rest = issue && this.take(issue[1] ?? '', found) ? title.slice(0, issue.index) : title
    for (let tail = TAIL.exec(rest); tail; tail = TAIL.exec(rest)) {
      if (tail.index === 0 || !this.take(tail[1] ?? '', found)) break
      rest = rest.slice(0, tail.index).trim()
    }
    const dashed = /^(.*?)\s*(?:——|--|—)\s*([^—]{2,16})$/.exec(rest)
    if (dashed && found.unit === undefined && this.isUnit(dashed[2] ?? '')) {
      found.unit = dashed[2]
      return dashed[1] ?? ''
    }
    return rest
  }

  /** Takes "区财政局：" or "《资阳信息》第4期：" before the title. */
  private takeHead(title: string, found: FoundPiece): string {
    const head = /^([^：:]{2,40})[：:]\s*(.{4,})$/.exec(title)
    if (head && this.take(head[1] ?? '', found, false)) return head[2] ?? ''
    return title
  }

  /** Whether all of a piece is day, publication, kind or unit; if so they go into `found`. */
  private take(piece: string, found: FoundPiece, guess = true): boolean {
    const { found: source, rest } = takeSource(piece, this.around)
    const said = rest.replace(/刊发|采用|报送|供稿|单位/g, '').trim()
    if (said === '') {
      Object.assign(found, source)
      return Object.keys(source).length > 0
    }
    if (found.unit !== undefined || !this.isUnit(said, guess)) return false
    Object.assign(found, source, { unit: said.replace(/ /g, '、') })
    return true
  }

  private isUnit(text: string, guess = true): boolean {
    const names = text.split(/[、，,；;\s]+/).filter(Boolean)
    return names.length > 0 && names.every((name) => this.around.isUnit(name) || (guess && UNITLIKE.test(name)))
  }
}
