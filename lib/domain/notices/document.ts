import type { AddedLevel } from '../adoptions/kinds'
import type { NamedFigure } from '../figures/figure'
import type { Category } from '../office/category'

/** The closed list of figures that a notice prints; each opens the list it was counted from. */
export const FIGURES = [
  'units',
  'items',
  'met',
  'exceeded',
  'unmet',
  'noItems',
  'district',
  'city',
  'province',
  'forwarded',
  'onTrack',
  'behind',
  'noPoints',
] as const
export type FigureRun = (typeof FIGURES)[number]

/** Which list stands behind a figure; without a category, that of all. */
export type FigureRef = { figure: FigureRun | AddedLevel; category?: Category }

/** A list of names: the units that a figure counts, or those that lead a table of adoptions. */
export type NamesRef = { names: FigureRun | 'leaders'; category?: Category }

/** A change, a rate or a figure of one unit, by the token that calls it; `opens` where a list stands behind it. */
export type MeasureRun = { text: string; value: string; opens?: NamedFigure }

/** A piece of a paragraph; with a figure, text is its digits alone; with names, "甲、乙、丙等". */
export type Run = { text: string } | { text: string; figure: FigureRef } | ({ text: string } & NamesRef) | MeasureRun

/** A paragraph. `byHand`: its words were written by a person, and whether someone has confirmed them since. */
export type Block = {
  key: string
  kind: 'paragraph' | 'heading' | 'subheading'
  runs: Run[]
  byHand?: 'unconfirmed' | 'confirmed'
}

/** One table: every row has as many cells as head; a missing value is "—", a zero "0". */
export type NoticeTable = {
  title: string
  /** Null for a table over all. */
  category: Category | null
  kind: 'submission' | 'adoption' | 'changes'
  head: string[]
  rows: { unitId: string; cells: string[] }[]
  legend: string
}
export type NoticeAttachment = { label: string; tables: NoticeTable[] }

/** A notice as data: plain JSON, so that it can be frozen when issued and set as page, file or text. */
export type Notice = {
  title: string
  /** 发文机关标志, where it is not the signature and 文件. */
  mark?: string
  number: string
  /** With its colon, "各镇人民政府……：". */
  addressees: string
  blocks: Block[]
  /** One line each, numbered, as it stands after "附件：". */
  attachmentList: string[]
  signature: string
  /** "2020年10月12日". */
  date: string
  attachments: NoticeAttachment[]
  /** Sealed (the seal stands over name and date) or not; it moves the signature (GB/T 9704-2012, 7.3.5). */
  sealed: boolean
  /** 版记, at the foot of the last page; date is "2020年10月12日". */
  imprint: { copies: string | null; office: string; date: string }
  /** The short code of the digest, once issued: "7F3K-9Q2M-4T". */
  code: string | null
  /** Shown before it is issued: every page says so. Never part of what is issued. */
  unissued?: true
}

/** What every page of a notice says that is not issued. */
export const DRAFT_MARK = '送审稿，未印发'

/** A notice as it leaves the portal before it is issued. */
export function unissued(notice: Notice): Notice {
  return { ...notice, unissued: true }
}
