import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { notices } from '@/db/schema'
import { notFound } from '@/lib/domain/base/fault'
import { type Ranking, rank } from '@/lib/domain/figures/ranking'
import type { NoticeChange } from '@/lib/domain/notices/changes'
import { type Corrected, composeCorrection, correctionBlocks } from '@/lib/domain/notices/correction'
import type { Block, Notice } from '@/lib/domain/notices/document'
import { thaw } from '@/lib/domain/notices/frozen'
import { type Earlier, tellsChanges } from '@/lib/domain/notices/measures'
import { compose, composedBlocks } from '@/lib/domain/notices/notice'
import { previousQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { type Counted, countedIn } from '../../figures/inner/counted'
import { houseIn } from './house'
import { type DraftRow, documentOf, type NoticeRow, optionsOf } from './rows'
import { changesNow } from './standing'

/**
 * A draft made of the figures of this moment. `composed`: its paragraphs as the figures alone make them; `changes`: what a
 * correction must name.
 */
export type Composed = {
  notice: Notice
  composed: Block[]
  ranking: Ranking
  counted: Counted
  changes: readonly NoticeChange[]
}

/** Composes a draft, of a notice or of a correction. Run it in a snapshot or in the transaction that issues it. */
export async function composeDraft(tx: Database, draft: DraftRow): Promise<Composed> {
  const counted = await countedIn(tx, draft.quarter)
  const ranking: Ranking = {
    ...rank(counted),
    ...(tellsChanges(draft.words) && { earlier: await earlierThan(tx, draft.quarter) }),
  }
  const options = optionsOf(draft, await houseIn(tx))
  if (draft.corrects === null) {
    const composed = composedBlocks(ranking, options)
    return { notice: compose(ranking, options), composed, ranking, counted, changes: [] }
  }
  const [issued] = await tx.select().from(notices).where(eq(notices.id, draft.corrects))
  if (!issued) throw notFound('通报')
  const changes = await changesNow(tx, issued, ranking)
  const of = correctedBy(issued, draft.reason ?? '')
  const correction = { of, issued: rank(thaw(issued.figures)), now: ranking, changes }
  return {
    notice: composeCorrection(correction, options),
    composed: correctionBlocks(correction),
    ranking,
    counted,
    changes,
  }
}

/** What a quarter is compared with: the one before and that of a year ago, where anything is known of them. */
async function earlierThan(tx: Database, quarter: Quarter): Promise<Earlier> {
  const known = async (of: Quarter) => {
    const ranking = rank(await countedIn(tx, of))
    return ranking.totals.items > 0 ? ranking : undefined
  }
  const before = previousQuarter(quarter)
  const [last, year] = [await known(before), await known(previousQuarter(previousQuarter(previousQuarter(before))))]
  return { ...(last && { quarter: last }), ...(year && { year }) }
}

function correctedBy(issued: NoticeRow, reason: string): Corrected {
  return { title: documentOf(issued).title, number: issued.number, date: issued.date, reason }
}
