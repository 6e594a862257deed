import 'server-only'
import type { noticeDrafts, notices } from '@/db/schema'
import { inHouse, type NoticeOptions } from '@/lib/domain/notices/defaults'
import type { Notice } from '@/lib/domain/notices/document'
import { type House, USUAL_HOUSE } from '@/lib/domain/notices/house'
import type { Words } from '@/lib/domain/notices/words'

export type DraftRow = typeof noticeDrafts.$inferSelect

export type NoticeRow = typeof notices.$inferSelect

/** The name under which the portal speaks of itself in a notice. */
const PORTAL = '雁信'

/** The document of an issued notice, with its code. */
export function documentOf({ document, code }: Pick<NoticeRow, 'document' | 'code'>): Notice {
  return { ...(JSON.parse(document) as Notice), code }
}

/** How a draft heads its notice, and what people wrote in it. */
export function optionsOf(draft: DraftRow, house: House = USUAL_HOUSE): NoticeOptions {
  const { title, mark, submissionName, adoptionName, imprintOffice, imprintDate } = draft
  return {
    ...inHouse(house),
    ...(title && { title }),
    ...(mark && { mark }),
    ...(submissionName && { submissionName }),
    ...(adoptionName && { adoptionName }),
    ...(imprintOffice && { imprintOffice }),
    ...(imprintDate && { imprintDate }),
    copies: draft.copies ?? undefined,
    issuer: draft.issuer,
    number: draft.number,
    date: draft.date,
    portal: PORTAL,
    addressees: draft.addressees,
    sealed: draft.sealed,
    words: JSON.parse(draft.words) as Words,
    ...(draft.docOnTargets && { docOnTargets: draft.docOnTargets }),
  }
}
