import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { audit } from '@/db/schema'
import { memory } from '@/lib/domain/base/memory'
import { type Ranking, rankSpan, type SpanRanking } from '@/lib/domain/figures/ranking'
import type { Quarter } from '@/lib/domain/time/quarter'
import { booksIn, type Counted, countedIn } from './counted'

type Kept = { counted: Counted; ranking: SpanRanking | null }

/** About what a quarter takes in memory: its adoptions above all. */
const sizeOf = ({ counted }: Kept) => 400 * counted.adoptions.length + 600 * counted.units.length
const MOST_BYTES = 16_000_000

const kept = memory<Kept>('counted quarters', { most: 40, bytes: MOST_BYTES, of: sizeOf })

/**
 * What quarters are ranked by, counted once a version of their figures. Version and figures are of one snapshot, so what
 * is kept is exactly what would be counted anew. Nothing in it may be changed.
 */
export async function countedNow(snapshot: Database, quarters: readonly Quarter[]): Promise<Counted[]> {
  return (await keptNow(snapshot, quarters)).map(({ counted }) => counted)
}

/** The ranking of a quarter, made once a version. */
export async function rankedNow(snapshot: Database, quarter: Quarter): Promise<Ranking> {
  const [own] = await keptNow(snapshot, [quarter])
  if (!own) throw new RangeError('no quarter to rank')
  return rankingKept(own)
}

/** What quarters are ranked by, with the ranking over all of them. */
export async function spanNow(
  snapshot: Database,
  quarters: readonly Quarter[],
): Promise<{ counted: Counted[]; ranking: SpanRanking }> {
  const all = await keptNow(snapshot, quarters)
  const counted = all.map((one) => one.counted)
  const [own, ...others] = all
  return { counted, ranking: own && others.length === 0 ? rankingKept(own) : rankSpan(counted) }
}

function rankingKept(own: Kept): SpanRanking {
  own.ranking ??= rankSpan([own.counted])
  return own.ranking
}

async function keptNow(tx: Database, quarters: readonly Quarter[]): Promise<Kept[]> {
  const versions = await figuresVersions(tx, quarters)
  const books = quarters.length > 1 ? await booksIn(tx) : undefined
  const all: Kept[] = []
  for (const quarter of quarters) {
    const version = versions.get(quarter)
    const key = version && `${quarter} ${version}`
    const known = key && kept.get(key)
    if (known) all.push(known)
    else {
      const made = { counted: await countedIn(tx, quarter, books), ranking: null }
      all.push(key ? kept.set(key, made) : made)
    }
  }
  return all
}

/** The version of each quarter's figures: the hash of the newest entry of the log that moved them, if any did. */
export async function figuresVersions(tx: Database, quarters: readonly Quarter[]): Promise<Map<Quarter, string>> {
  const { seq, hash, figures } = audit
  const newest = (of: string): SQL =>
    sql`select * from (select ${seq}, ${hash}, ${figures} from ${audit} where ${figures} = ${of} order by ${seq} desc limit 1) as one`
  const rows = await tx
    .select({ seq: sql`seq`.mapWith(Number), hash: sql<string>`hash`, figures: sql<string>`figures` })
    .from(sql`(${sql.join(['all', ...quarters].map(newest), sql` union all `)}) as newest`)
  const found = quarters.map((quarter) => {
    const own = rows.filter(({ figures: of }) => of === 'all' || of === quarter).sort((a, b) => b.seq - a.seq)
    return [quarter, own[0]?.hash] as const
  })
  return new Map(found.filter((entry): entry is [Quarter, string] => entry[1] !== undefined))
}
