import { createHash } from 'node:crypto'
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { AccessDetail, AccessVerb, StrangerVerb } from '@/lib/domain/office/access'
import { noteHead } from './anchors'
import { record } from './audit'
import { type Database, transaction } from './client'
import { chainHash, cutUntil } from './ledger'
import { accesses, strangers } from './schema'
import { toSyslog } from './syslog'

type Stored = typeof accesses.$inferSelect

/** A line on its way into the access log. `within`: the day, or hour, of which it is the only one of its kind. */
export type Access = Pick<Stored, 'at' | 'actor' | 'verb' | 'subject' | 'origin'> & {
  within: string
  detail: AccessDetail
}

/** How often an address was refused, of late, and which accounts it tried. */
export type Tries = {
  hour: number
  address: string
  verb: StrangerVerb
  count: number
  lastAt: number
  accounts: string[]
}

const HOUR_MS = 3600_000
const AT_ONCE = 300
/** So many addresses of an hour have a line of their own; the others share one. */
const MOST_ADDRESSES = 1_000
const MOST_ACCOUNTS = 20

/** The hour of an instant, as strangers are counted by. */
export function hourOf(at: number): number {
  return Math.floor(at / HOUR_MS)
}

/** What there is one line of. */
export function onceOf({ actor, verb, subject, within }: Omit<Access, 'at' | 'origin' | 'detail'>): string {
  return createHash('sha256')
    .update(JSON.stringify([within, actor, verb, subject]))
    .digest('base64url')
    .slice(0, 22)
}

/** What an access line binds beside its columns, so that it is no entry of the audit log. */
export function boundIn({ once }: Pick<Stored, 'once'>): string {
  return `access ${once}`
}

/**
 * Writes lines at the end of the access log, those that are not there yet, each chained to the one before. Strangers
 * are counted: an hour's first refusal of an address is a line at once, all others one more when the hour is over.
 */
export async function appendAccesses(batch: readonly Access[], tries: readonly Tries[], now: number): Promise<void> {
  const written = await transaction(async (tx) => {
    const lines = [...batch, ...(await counted(tx, tries)), ...(await endedHours(tx, now))]
    const fresh = await unwritten(tx, lines)
    const [last] = await tx
      .select({ seq: accesses.seq, hash: accesses.hash })
      .from(accesses)
      .orderBy(desc(accesses.seq))
      .limit(1)
    const until = cutUntil(last, 'access')
    if (until !== null) {
      const detail = { seq: last?.seq ?? 0, until, log: 'access' as const }
      await record(tx, 'system', { verb: 'audit.cut', subject: 'database', detail }, now)
    }
    return write(tx, fresh, last)
  })
  const head = written.at(-1)
  if (head) noteHead(head, false, 'access')
  toSyslog('access', written)
}

async function write(tx: Database, lines: ReadonlyMap<string, Access>, last: Pick<Stored, 'seq' | 'hash'> | undefined) {
  let head = last
  const chained = [...lines].map(([once, { at, actor, verb, subject, origin, detail }]): Stored => {
    const row = { seq: (head?.seq ?? 0) + 1, once, at, actor, verb, subject, detail: JSON.stringify(detail), origin }
    const linked = { ...row, previous: head?.hash ?? '' }
    head = { seq: row.seq, hash: chainHash({ ...linked, figures: null }, boundIn(row)) }
    return { ...linked, hash: head.hash }
  })
  for (let i = 0; i < chained.length; i += AT_ONCE) await tx.insert(accesses).values(chained.slice(i, i + AT_ONCE))
  return chained
}

async function unwritten(tx: Database, lines: readonly Access[]): Promise<Map<string, Access>> {
  const fresh = new Map<string, Access>()
  for (const line of lines) {
    const once = onceOf(line)
    if (!fresh.has(once)) fresh.set(once, line)
  }
  const keys = [...fresh.keys()]
  for (let i = 0; i < keys.length; i += AT_ONCE) {
    const some = inArray(accesses.once, keys.slice(i, i + AT_ONCE))
    for (const { once } of await tx.select({ once: accesses.once }).from(accesses).where(some)) fresh.delete(once)
  }
  return fresh
}

/** Adds to the counters of the hour; gives the lines of those that begin. */
async function counted(tx: Database, tries: readonly Tries[]): Promise<Access[]> {
  const begun: Access[] = []
  for (const { hour, verb, count, lastAt, accounts, ...by } of tries) {
    const own = await counterOf(tx, hour, by.address, verb)
    const crowded = !own && (await tx.$count(strangers, eq(strangers.hour, hour))) >= MOST_ADDRESSES
    const address = crowded ? '' : by.address
    const before = crowded ? await counterOf(tx, hour, address, verb) : own
    const known = before ? (JSON.parse(before.accounts) as string[]) : []
    const tried = [...new Set([...known, ...accounts])].slice(0, MOST_ACCOUNTS)
    const row = {
      hour,
      address,
      verb,
      count: before ? before.count + count : 0,
      lastAt,
      accounts: JSON.stringify(tried),
    }
    await tx
      .insert(strangers)
      .values(row)
      .onConflictDoUpdate({ target: [strangers.hour, strangers.address, strangers.verb], set: row })
    if (!before) begun.push(lineOf({ ...row, count, accounts: row.accounts }, `${hour} ${address}`))
  }
  return begun
}

async function counterOf(tx: Database, hour: number, address: string, verb: StrangerVerb) {
  const which = and(eq(strangers.hour, hour), eq(strangers.address, address), eq(strangers.verb, verb))
  const [row] = await tx.select().from(strangers).where(which)
  return row
}

/** What was counted in hours that are over, each address once. */
async function endedHours(tx: Database, now: number): Promise<Access[]> {
  const over = lt(strangers.hour, hourOf(now))
  const rows = await tx.select().from(strangers).where(over).orderBy(strangers.hour, strangers.address, strangers.verb)
  if (rows.length > 0) await tx.delete(strangers).where(over)
  return rows.flatMap((row) => (row.count > 0 ? [lineOf(row, `${row.hour} ${row.address} over`)] : []))
}

function lineOf({ verb, address, lastAt, count, accounts }: typeof strangers.$inferSelect, within: string): Access {
  const detail = { count, accounts: JSON.parse(accounts) as string[] }
  return {
    at: lastAt,
    actor: 'unknown',
    verb: verb satisfies AccessVerb,
    subject: 'portal',
    origin: address,
    within,
    detail,
  }
}
