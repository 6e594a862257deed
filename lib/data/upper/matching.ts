import 'server-only'
import { and, between, count, eq, max } from 'drizzle-orm'
import { db } from '@/db/client'
import { items, units } from '@/db/schema'
import { memory } from '@/lib/domain/base/memory'
import type { Viewer } from '@/lib/domain/people/policy'
import { type Matchable, Matcher, type MatchProposal, type Wanted, yearBefore } from '@/lib/domain/upper/matching'
import { authorize } from '../core/authorize'
import { itemScope } from '../core/scope'
import { districtNow } from '../office/inner/names'
import { register } from '../office/register'

const DAY_MS = 24 * 3_600_000

/** The last indexes that were built, and what each was built from. All who may ask for it reach the same items. */
const matchers = memory<Matcher>('matcher of upper lists', { most: 2 })
/** How far back what is older than a year is looked for, in years before the first day of a list. */
const OLDEST = 4

/** For each line from above, which received items it may mean. */
export async function proposalsFor(viewer: Viewer, lines: readonly Wanted[]): Promise<MatchProposal[]> {
  authorize(viewer, 'upper.read')
  if (lines.length === 0) return []
  const days = lines.map(({ adoptedOn }) => adoptedOn).sort()
  const [first, last] = [yearBefore(days[0] ?? ''), days.at(-1) ?? '']
  const matcher = await matcherOver(viewer, first, last)
  const proposals = lines.map((line) => matcher.propose(line))
  if (proposals.every(({ candidates }) => candidates.length > 0)) return proposals
  let oldest = first
  for (let n = 0; n < OLDEST; n++) oldest = yearBefore(oldest)
  const older = await matcherOver(viewer, oldest, last)
  return proposals.map((proposal, i) =>
    proposal.candidates.length > 0 ? proposal : older.proposeOlder(lines[i] as Wanted),
  )
}

/** The received items of these days (both included), indexed; anew only when one of them changed. */
async function matcherOver(viewer: Viewer, first: string, last: string): Promise<Matcher> {
  const [begin, end] = [startOf(first), startOf(last) + DAY_MS - 1]
  const within = and(eq(items.state, 'received'), between(items.submittedAt, begin, end), itemScope(viewer))
  const [known, district, [newest]] = await Promise.all([
    register(viewer),
    districtNow(db()),
    db()
      .select({ n: count(), at: max(items.updatedAt) })
      .from(items)
      .where(within),
  ])
  const from = JSON.stringify([first, last, newest, known, district])
  const kept = matchers.get(from)
  if (kept) return kept
  const rows = await db()
    .select({
      id: items.id,
      ref: items.ref,
      title: items.title,
      unitId: items.unitId,
      unit: units.name,
      submittedAt: items.submittedAt,
    })
    .from(items)
    .innerJoin(units, eq(units.id, items.unitId))
    .where(within)
    .orderBy(items.submittedAt, items.id)
  return matchers.set(from, new Matcher(rows as Matchable[], known, district))
}

const startOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
