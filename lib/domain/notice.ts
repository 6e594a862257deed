import { ADDRESSEES } from './notice/defaults'
import type { Block, Notice } from './notice/document'
import { adoptionSection, nextSteps, opening, submissionSection } from './notice/sections'
import { attachmentListOf, attachmentsOf } from './notice/tables'
import { NO_WORDS, type Words, withWords } from './notice/words'
import { chineseDate, quarterName } from './quarter'
import type { Ranking } from './ranking'

export { ADDRESSEES, noticeDefaults } from './notice/defaults'
export {
  type Attachment,
  type Block,
  FIGURES,
  type Figure,
  type FigureRef,
  type NamesRef,
  type Notice,
  type NoticeTable,
  type Run,
} from './notice/document'
export { footOf, markOf, noticeText } from './notice/text'
export { templateOf, type Words, type WrittenBlock } from './notice/words'

/** date is the day of issue; number is null until the office gives one. */
export type NoticeOptions = {
  issuer: string
  number: string | null
  date: string
  portal: string
  docOnTargets?: string
  /** With its colon; otherwise every unit. */
  addressees?: string
  /** 抄送: whom else it goes to. */
  copies?: string
  /** Without a seal the signature stands elsewhere; a notice usually is sealed. */
  sealed?: boolean
  /** What people wrote and chose. */
  words?: Words
}

/**
 * The notice of a quarter, made of its ranking alone: every sentence and table is computed, none is typed.
 * Order of the facts after the notice of 2020 Q3. Throws RangeError when date is no day.
 */
export function compose(ranking: Ranking, options: NoticeOptions): Notice {
  const { issuer, number, date } = options
  return {
    title: `${issuer}关于${quarterName(ranking.quarter)}全区政务信息报送和采用情况的通报`,
    // Two blanks, so that the registry can write the number in by hand.
    number: number ?? `雁府办发〔${date.slice(0, 4)}〕  号`,
    addressees: options.addressees ?? ADDRESSEES,
    blocks: withWords(composedBlocks(ranking, options), options.words ?? NO_WORDS, ranking),
    attachmentList: attachmentListOf(ranking),
    signature: issuer,
    date: chineseDate(date),
    attachments: attachmentsOf(ranking),
    sealed: options.sealed ?? true,
    imprint: { copies: options.copies ?? null, office: issuer, date: chineseDate(date) },
    code: null,
  }
}

/** The paragraphs of a quarter as its figures alone make them; every one has a key that stays. */
export function composedBlocks(ranking: Ranking, { portal, docOnTargets }: NoticeOptions): Block[] {
  return [
    ...opening(ranking, docOnTargets),
    ...submissionSection(ranking),
    ...adoptionSection(ranking),
    ...nextSteps(portal),
  ]
}
