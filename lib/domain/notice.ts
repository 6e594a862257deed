import type { Notice } from './notice/document'
import { adoptionSection, nextSteps, opening, submissionSection } from './notice/sections'
import { attachmentListOf, attachmentsOf } from './notice/tables'
import { chineseDate, quarterName } from './quarter'
import type { Ranking } from './ranking'

export { noticeDefaults } from './notice/defaults'
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
export { noticeText } from './notice/text'

/** date is the day of issue; number is null until the office gives one. */
export type NoticeOptions = {
  issuer: string
  number: string | null
  date: string
  portal: string
  docOnTargets?: string
  /** 抄送: whom else it goes to. */
  copies?: string
  /** Without a seal the signature stands elsewhere; a notice usually is sealed. */
  sealed?: boolean
}

/**
 * The notice of a quarter, made of its ranking alone: every sentence and table is computed, none is typed.
 * Order of the facts after the notice of 2020 Q3. Throws RangeError when date is no day.
 */
export function compose(ranking: Ranking, options: NoticeOptions): Notice {
  const { issuer, number, date, portal, docOnTargets } = options
  return {
    title: `${issuer}关于${quarterName(ranking.quarter)}全区政务信息报送和采用情况的通报`,
    // Two blanks, so that the registry can write the number in by hand.
    number: number ?? `雁府办发〔${date.slice(0, 4)}〕  号`,
    addressees: '各镇人民政府、街道办事处，区级各部门，各有关单位：',
    blocks: [
      ...opening(ranking, docOnTargets),
      ...submissionSection(ranking),
      ...adoptionSection(ranking),
      ...nextSteps(portal),
    ],
    attachmentList: attachmentListOf(ranking),
    signature: issuer,
    date: chineseDate(date),
    attachments: attachmentsOf(ranking),
    sealed: options.sealed ?? true,
    imprint: { copies: options.copies ?? null, office: issuer, date: chineseDate(date) },
    code: null,
  }
}
