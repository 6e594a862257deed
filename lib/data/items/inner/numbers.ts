import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { facts, items } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { UNNUMBERED } from '@/lib/domain/items/number'
import { movesQuarter } from '@/lib/domain/time/clock'
import { type Quarter, quarterOfInstant } from '@/lib/domain/time/quarter'
import { driftOf } from '../../office/inner/clock'

/** In which quarter an item stands; in none while the clock is in doubt and that is why it would stand there. */
type Standing = { quarter: Quarter; clockDrift: null } | { quarter: null; clockDrift: number }

/** Where what arrives now stands. */
export async function quarterFor(tx: Database, arrival: Arrival): Promise<Standing> {
  const drift = await driftOf(tx, arrival.off ?? null)
  return movesQuarter(arrival.at, drift)
    ? { quarter: null, clockDrift: drift }
    : { quarter: quarterOfInstant(arrival.at), clockDrift: null }
}

/** The next free number of a quarter; of an item in none what stands there until it has one. */
export function refIn(tx: Database, id: string, quarter: Quarter | null): Promise<string> | string {
  return quarter === null ? `${UNNUMBERED}${id}` : nextRef(tx, quarter)
}

/** The next free number of a quarter, such as 2026Q4-0007. An import may have taken some. */
async function nextRef(tx: Database, quarter: Quarter): Promise<string> {
  const next = sql`cast(cast(${facts.value} as integer) + 1 as text)`
  for (;;) {
    const [last] = await tx
      .insert(facts)
      .values({ name: `ref:${quarter}`, value: '1' })
      .onConflictDoUpdate({ target: facts.name, set: { value: next } })
      .returning({ value: facts.value })
    const ref = `${quarter}-${String(last?.value).padStart(4, '0')}`
    const [taken] = await tx.select({ id: items.id }).from(items).where(eq(items.ref, ref))
    if (!taken) return ref
  }
}
