import { categoriesOf, type Ranking } from '../figures/ranking'
import { chineseDate } from '../time/quarter'
import { addresseesOf, type NoticeOptions } from './defaults'
import type { Block, Notice } from './document'
import { openNumber, titleOf, USUAL_HOUSE } from './house'
import { adoptionSection, nextSteps, opening, submissionSection } from './sections'
import { attachmentListOf, noticeAttachments } from './tables'
import { NO_WORDS, withWords } from './words'

/**
 * The notice of a quarter, made of its ranking alone: every sentence and table is computed, none is typed.
 * Order of the facts after the notice of 2020 Q3. Throws RangeError when date is no day.
 */
export function compose(ranking: Ranking, options: NoticeOptions): Notice {
  const { issuer } = options
  return {
    ...letterhead(options),
    title: titleOf(options.title ?? USUAL_HOUSE.title, issuer, ranking.quarter),
    addressees: options.addressees ?? addresseesOf(categoriesOf(ranking)),
    blocks: withWords(composedBlocks(ranking, options), options.words ?? NO_WORDS, ranking),
    attachmentList: attachmentListOf(ranking, options),
    attachments: noticeAttachments(ranking, options),
    code: null,
  }
}

/** What stands around the text, of a notice and of a correction alike. */
export function letterhead(options: NoticeOptions) {
  const { issuer, number, date, mark, copies, imprintOffice, imprintDate, word = USUAL_HOUSE.word } = options
  return {
    number: number ?? openNumber(word, date),
    ...(mark && { mark }),
    signature: issuer,
    date: chineseDate(date),
    sealed: options.sealed ?? true,
    imprint: { copies: copies ?? null, office: imprintOffice ?? issuer, date: chineseDate(imprintDate ?? date) },
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
