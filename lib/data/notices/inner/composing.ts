import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { type noticeDrafts, notices } from '@/db/schema'
import { notFound } from '@/lib/domain/base/fault'
import { type Ranking, rank } from '@/lib/domain/figures/ranking'
import { changesBetween } from '@/lib/domain/notices/changes'
import { type Corrected, categoriesOfBoth, composeCorrection, correctionBlocks } from '@/lib/domain/notices/correction'
import type { NoticeOptions } from '@/lib/domain/notices/defaults'
import type { Block, Notice } from '@/lib/domain/notices/document'
import { thaw } from '@/lib/domain/notices/frozen'
import { compose, composedBlocks } from '@/lib/domain/notices/notice'
import type { Words } from '@/lib/domain/notices/words'
import { type Counted, countedIn } from '../../figures/inner/counted'

export type DraftRow = typeof noticeDrafts.$inferSelect

export type NoticeRow = typeof notices.$inferSelect

/** A draft made of the figures of this moment. `composed`: its paragraphs as the figures alone make them. */
export type Composed = { notice: Notice; composed: Block[]; ranking: Ranking; counted: Counted }

/** The name under which the portal speaks of itself in a notice. */
const PORTAL = '雁信'

/** Composes a draft, of a notice or of a correction. Run it in a snapshot or in the transaction that issues it. */
export async function composeDraft(tx: Database, draft: DraftRow): Promise<Composed> {
  const counted = await countedIn(tx, draft.quarter)
  const ranking = rank(counted)
  const options = optionsOf(draft)
  if (draft.corrects === null) {
    return { notice: compose(ranking, options), composed: composedBlocks(ranking, options), ranking, counted }
  }
  const [issued] = await tx.select().from(notices).where(eq(notices.id, draft.corrects))
  if (!issued) throw notFound('通报')
  const before = rank(thaw(issued.figures))
  const of = correctedBy(issued, draft.reason ?? '')
  return {
    notice: composeCorrection(before, ranking, of, options),
    composed: correctionBlocks(changesBetween(before, ranking), of, categoriesOfBoth(before, ranking)),
    ranking,
    counted,
  }
}

/** The document of an issued notice, with its code. */
export function documentOf({ document, code }: Pick<NoticeRow, 'document' | 'code'>): Notice {
  return { ...(JSON.parse(document) as Notice), code }
}

function correctedBy(issued: NoticeRow, reason: string): Corrected {
  return { title: documentOf(issued).title, number: issued.number, date: issued.date, reason }
}

function optionsOf(draft: DraftRow): NoticeOptions {
  return {
    issuer: draft.issuer,
    number: draft.number,
    date: draft.date,
    portal: PORTAL,
    addressees: draft.addressees,
    sealed: draft.sealed,
    words: JSON.parse(draft.words) as Words,
    ...(draft.copies && { copies: draft.copies }),
    ...(draft.docOnTargets && { docOnTargets: draft.docOnTargets }),
  }
}
