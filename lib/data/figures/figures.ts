import 'server-only'
import { desc, sql } from 'drizzle-orm'
import { figuresVersion } from '@/db/audit'
import { db, snapshot } from '@/db/client'
import { adoptions, audit, items, pastQuarters } from '@/db/schema'
import type { Counts } from '@/lib/domain/adoptions/kinds'
import type { Centi, Fraction } from '@/lib/domain/base/exact'
import { type CountedQuarter, type Overview, overview } from '@/lib/domain/figures/overview'
import type { Ranking } from '@/lib/domain/figures/ranking'
import type { NoticeOptions } from '@/lib/domain/notices/defaults'
import { type Notice, unissued } from '@/lib/domain/notices/document'
import { compose } from '@/lib/domain/notices/notice'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Rules } from '@/lib/domain/rules/book'
import { type Quarter, quarterOfInstant } from '@/lib/domain/time/quarter'
import { lastEight, type Span } from '@/lib/domain/time/span'
import { authorize } from '../core/authorize'
import { countingItems } from './inner/clauses'
import { countedNow, rankedNow } from './inner/kept'

/** The version of a quarter's figures: it changes with every change of the data behind them, and with nothing else. */
export async function versionOf(viewer: Viewer, quarter: Quarter): Promise<{ seq: number; at: number }> {
  authorize(viewer, 'figures.read')
  return (await figuresVersion(quarter)) ?? { seq: 0, at: 0 }
}

/** The ranking of a quarter, from the database as it is now. */
export async function rankingOf(viewer: Viewer, quarter: Quarter): Promise<Ranking> {
  authorize(viewer, 'figures.read')
  return snapshot((tx) => rankedNow(tx, quarter))
}

/**
 * The version of all that a quarter's page says, comparisons and trend included: the newest change behind any of its
 * quarters.
 */
export async function pageVersionOf(viewer: Viewer, quarter: Quarter): Promise<{ seq: number; at: number }> {
  authorize(viewer, 'figures.read')
  // One look at the end of each quarter's part of the index; a maximum over all of them would read them whole.
  const ends = ['all', ...lastEight(quarter)].map(
    (figures) =>
      sql`select * from (select ${audit.seq}, ${audit.at} from ${audit} where ${audit.figures} = ${figures} order by ${audit.seq} desc limit 1) as one`,
  )
  const [newest] = await db()
    .select({ seq: sql`seq`.mapWith(Number), at: sql`at`.mapWith(Number) })
    .from(sql`(${sql.join(ends, sql` union all `)}) as newest`)
    .orderBy(sql`seq desc`)
    .limit(1)
  return newest ?? { seq: 0, at: 0 }
}

/** What each of these quarters is ranked by, out of one snapshot. */
export async function countedOver(viewer: Viewer, quarters: readonly Quarter[]): Promise<CountedQuarter[]> {
  authorize(viewer, 'figures.read')
  return snapshot((tx) => countedNow(tx, quarters))
}

/** The ranking of a span with all that its page compares it with. */
export async function overviewOf(viewer: Viewer, quarter: Quarter, span: Span): Promise<Overview> {
  return overview(span, await countedOver(viewer, lastEight(quarter)))
}

/** The notice of a quarter, composed from the same ranking: not issued, and it says so. */
export async function noticeOf(viewer: Viewer, quarter: Quarter, options: NoticeOptions): Promise<Notice> {
  authorize(viewer, 'notice.preview')
  return unissued(compose(await rankingOf(viewer, quarter), options))
}

/** The quarters that hold anything, newest first; the current one always among them. */
export async function quartersWithData(viewer: Viewer, now: number): Promise<Quarter[]> {
  authorize(viewer, 'figures.read')
  const found = new Set<Quarter>([quarterOfInstant(now)])
  // A walk down each index, one step a quarter: how many rows a quarter has does not matter.
  const itemQuarter = (below: string) =>
    db()
      .select({ quarter: items.quarter })
      .from(items)
      .where(sql`${items.quarter} < ${below} and ${items.state} <> 'draft'`)
      .orderBy(desc(items.quarter))
      .limit(1)
  const adoptionQuarter = (below: string) =>
    db()
      .select({ quarter: adoptions.quarter })
      .from(adoptions)
      .where(sql`${adoptions.quarter} < ${below}`)
      .orderBy(desc(adoptions.quarter))
      .limit(1)
  for (const next of [itemQuarter, adoptionQuarter]) {
    for (let below = (await next('9999Q9'))[0]?.quarter; below; below = (await next(below))[0]?.quarter)
      found.add(below)
  }
  for (const { quarter } of await db().select({ quarter: pastQuarters.quarter }).from(pastQuarters)) found.add(quarter)
  return [...found].sort().reverse()
}

/** The current quarter if anything was received in it, or else the newest with data. */
export async function leadingQuarter(viewer: Viewer, now: number): Promise<Quarter> {
  const current = quarterOfInstant(now)
  const [row] = await db().select({ id: items.id }).from(items).where(countingItems(current)).limit(1)
  if (row) return current
  return (await quartersWithData(viewer, now)).find((q) => q !== current) ?? current
}

export type UnitQuarter = {
  quarter: Quarter
  items: number
  target: number | null
  points: Fraction
  annualTarget: Centi | null
  share: string | null
  counts: Counts
  rules: Rules
}

/** One unit's own quarter, out of the same ranking that everybody sees. Null when the viewer has no unit. */
export async function ownQuarter(viewer: Viewer, quarter: Quarter): Promise<UnitQuarter | null> {
  const ranking = await rankingOf(viewer, quarter)
  for (const { submission, adoption, rules } of ranking.tables) {
    const sent = submission.find((r) => r.unitId === viewer.unitId)
    const adopted = adoption.find((r) => r.unitId === viewer.unitId)
    if (!sent || !adopted) continue
    return {
      quarter,
      items: sent.items,
      target: sent.target,
      points: adopted.points,
      annualTarget: adopted.annualTarget,
      share: adopted.share,
      counts: adopted.counts,
      rules,
    }
  }
  return null
}
