import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { CLOCK_BEHIND } from '@/db/ledger'
import { facts } from '@/db/schema'
import { type Behind, type ClockOff, driftInAll } from '@/lib/domain/time/clock'

/** That the log once had an entry ahead of the clock, until the time is confirmed. */
export async function behindIn(tx: Database): Promise<Behind | null> {
  const [fact] = await tx.select().from(facts).where(eq(facts.name, CLOCK_BEHIND))
  return fact ? (JSON.parse(fact.value) as Behind) : null
}

/** How far the clock stands off in all: by a jump of this server's, as the door told, and by what the log holds. */
export async function driftOf(tx: Database, off: ClockOff | null): Promise<number> {
  return driftInAll(off, await behindIn(tx), Date.now())
}
