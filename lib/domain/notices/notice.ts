import { categoriesOf, type Ranking } from '../figures/ranking'
import { chineseDate, quarterName } from '../time/quarter'
import { addresseesOf, type NoticeOptions } from './defaults'
import type { Block, Notice } from './document'
import { adoptionSection, nextSteps, opening, submissionSection } from './sections'
import { attachmentListOf, noticeAttachments } from './tables'
import { NO_WORDS, withWords } from './words'

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
    addressees: options.addressees ?? addresseesOf(categoriesOf(ranking)),
    blocks: withWords(composedBlocks(ranking, options), options.words ?? NO_WORDS, ranking),
    attachmentList: attachmentListOf(ranking),
    signature: issuer,
    date: chineseDate(date),
    attachments: noticeAttachments(ranking),
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
