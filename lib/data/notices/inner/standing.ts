import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { noticeDrafts, notices } from '@/db/schema'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { type Ranking, rank } from '@/lib/domain/figures/ranking'
import { changesSince, type IssuedDocument, type NoticeChange } from '@/lib/domain/notices/changes'
import type { Block } from '@/lib/domain/notices/document'
import { thaw } from '@/lib/domain/notices/frozen'
import { compose } from '@/lib/domain/notices/notice'
import { countedIn } from '../../figures/inner/counted'
import { type DraftRow, documentOf, type NoticeRow, optionsOf } from './rows'
import { codeOf, digestOfNotice } from './seal'

/** "Issued as …, would now be …": all that an issued notice says and the data of this moment would print otherwise. */
export async function noticeStandingOf(tx: Database, issued: NoticeRow): Promise<NoticeChange[]> {
  return changesNow(tx, issued, rank(await countedIn(tx, issued.quarter)))
}

/** The same by a ranking at hand; of a correction: what the notice that it corrects would print otherwise than as corrected. */
export async function changesNow(tx: Database, issued: NoticeRow, now: Ranking): Promise<NoticeChange[]> {
  const document = await issuedDocument(tx, issued)
  const before = issued.corrects === null ? document.ranking : rank(thaw(issued.figures))
  return changesSince(document, before, now)
}

/** The notice itself behind an issued notice or a correction of it, with the words that it was made of. */
async function issuedDocument(tx: Database, { corrects, ...row }: NoticeRow): Promise<IssuedDocument> {
  if (corrects !== null) {
    const [corrected] = await tx.select().from(notices).where(eq(notices.id, corrects))
    if (!corrected) throw notFound('通报')
    return issuedDocument(tx, corrected)
  }
  const { blocks, attachments } = documentOf(row)
  const ranking = rank(thaw(row.figures))
  const [draft] = await tx
    .select()
    .from(noticeDrafts)
    .where(and(eq(noticeDrafts.number, row.number), eq(noticeDrafts.state, 'issued')))
  return { blocks, attachments, ranking, compose: (by) => blocksBy(draft, by) }
}

/** The text that a draft makes of a ranking; nothing where it calls something that is not there any more. */
function blocksBy(draft: DraftRow | undefined, ranking: Ranking): Block[] {
  try {
    return draft ? compose(ranking, optionsOf(draft)).blocks : []
  } catch (error) {
    if (error instanceof Fault) return []
    throw error
  }
}

/** True when document, figures and rows still have the digest and the code under which they were issued. */
export function isIntact({ document, figures, digest, code }: NoticeRow, rows: string): boolean {
  const now = digestOfNotice({ document, figures, rows })
  return now === digest && codeOf(now) === code
}
