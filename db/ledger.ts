import { createHash } from 'node:crypto'
import { desc } from 'drizzle-orm'
import { type Behind, isBehind } from '@/lib/domain/time/clock'
import { knownHead, type LogName } from './anchors'
import { algorithm, algorithmOf, keyed } from './digest'
import { audit, facts } from './schema'
import type { Database, Notebook } from './types'

/** The fact that an entry of the log lay ahead of the clock. */
export const CLOCK_BEHIND = 'clock behind'

type Stored = typeof audit.$inferSelect

/** An entry on its way into the log. */
export type Pending = Pick<Stored, 'at' | 'actor' | 'verb' | 'subject' | 'detail' | 'figures' | 'origin'>

/** The newest entry after a transaction, whether a notice was issued in it, and all entries that it wrote. */
export type LogHead = Pick<Stored, 'seq' | 'hash'> & { withNotice: boolean; entries: readonly Stored[] }

// What the transaction on this connection has recorded so far; a try that failed left nothing behind.
const ledgers = new WeakMap<Database, Pending[]>()

/** Begins the ledger of a transaction. */
export function openLedger(tx: Database): void {
  ledgers.set(tx, [])
}

/** Takes an entry, written when the transaction ends. */
export function enter(tx: Database, entry: Pending): void {
  const ledger = ledgers.get(tx)
  if (!ledger) throw new Error('an audit entry is recorded inside a transaction')
  ledger.push(entry)
}

/**
 * Writes the entries of a transaction, each chained to the one before; the last one binds what every row is now that
 * the transaction wrote. Rows written with no entry get one that says so, and so does a log that has become shorter than
 * this process knew it. Gives the new head, if there is one.
 */
export async function settle(tx: Database, written: Notebook): Promise<LogHead | null> {
  const entries = ledgers.get(tx) ?? []
  ledgers.delete(tx)
  const { seq, hash, at } = audit
  const [last] = await tx.select({ seq, hash, at }).from(audit).orderBy(desc(seq)).limit(1)
  if (last) await noteBehind(tx, last.at)
  const before = last?.seq ?? 0
  const cut = cutUntil(last)
  if (cut && entries.length > 0) entries.unshift(ownEntry('audit.cut', { seq: before, until: cut }))
  const rows = await written.keep(tx, before + Math.max(1, entries.length))
  if (rows !== null && entries.length === 0) entries.push(ownEntry('data.write', {}))
  let previous = last?.hash ?? ''
  const chained = entries.map((entry, i): Stored => {
    const row = { seq: before + i + 1, ...entry, previous }
    previous = chainHash(row, i === entries.length - 1 ? rows : null)
    return { ...row, hash: previous }
  })
  const head = chained.at(-1)
  if (!head) return null
  await tx.insert(audit).values(chained)
  const withNotice = chained.some(({ verb }) => verb === 'notice.issue')
  return { seq: head.seq, hash: head.hash, withNotice, entries: chained }
}

/** Up to which line a log went when this process last knew it, where it has become shorter or another since. */
export function cutUntil(last: Pick<Stored, 'seq' | 'hash'> | undefined, log?: LogName): number | null {
  const known = knownHead(log)
  const before = last?.seq ?? 0
  return known && (known.seq > before || (known.seq === before && known.hash !== last?.hash)) ? known.seq : null
}

/**
 * Notes that the log has an entry ahead of the clock, which is gone from its end with the next one: until an administrator
 * has confirmed the time one of the two is wrong.
 */
async function noteBehind(tx: Database, newest: number): Promise<void> {
  const noted = Date.now()
  if (!isBehind(noted, newest)) return
  const behind: Behind = { newest, noted }
  await tx
    .insert(facts)
    .values({ name: CLOCK_BEHIND, value: JSON.stringify(behind) })
    .onConflictDoNothing()
}

function ownEntry(verb: Stored['verb'], what: object): Pending {
  const [at, detail] = [Date.now(), JSON.stringify(what)]
  return { at, actor: 'system', verb, subject: 'database', detail, figures: null, origin: null }
}

/** What of a line of a log is chained. */
export type Chained = Omit<Stored, 'hash' | 'verb'> & { verb: string }

/** The hash that binds an entry to all before it, to the rows that it vouches for, and to the key. */
export function chainHash(row: Chained, rows: string | null, by = algorithm()): string {
  const { seq, at, actor, verb, subject, detail, figures, origin, previous } = row
  return keyed(JSON.stringify([seq, at, actor, verb, subject, detail, figures, origin, previous, rows]), by)
}

/** The hash of entries from before the key: it is bare, names no algorithm and proves order alone. */
export function formerHash(row: Chained): string {
  const { seq, at, actor, verb, subject, detail, figures, previous } = row
  return createHash('sha256')
    .update(JSON.stringify([seq, at, actor, verb, subject, detail, figures, previous]))
    .digest('hex')
}

/** Whether an entry's hash is what it should be, and whether that proves the key. */
export function judged(row: Chained & { hash: string }, rows: string | null): 'keyed' | 'former' | 'wrong' {
  const by = algorithmOf(row.hash)
  if (by) return row.hash === chainHash(row, rows, by) ? 'keyed' : 'wrong'
  return rows === null && row.hash === formerHash(row) ? 'former' : 'wrong'
}
