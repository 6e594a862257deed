import 'server-only'
import { asc, eq, isNotNull, sql } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { CLOCK_BEHIND } from '@/db/ledger'
import { facts, items } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { isNumbered } from '@/lib/domain/items/number'
import type { Viewer } from '@/lib/domain/people/policy'
import { type ClockOff, correctedInstant, isSameDrift } from '@/lib/domain/time/clock'
import { type Quarter, quarterOfInstant } from '@/lib/domain/time/quarter'
import type { ConfirmClockInput } from '@/lib/schemas/office'
import { authorize } from '../core/authorize'
import { recordEvent } from '../core/load'
import { write } from '../core/write'
import { refIn } from '../items/inner/numbers'
import { behindIn, driftOf } from './inner/clock'

/** What is in doubt about the clock: how far it stands off, what the log says, and what waits for a number because of it. */
type Doubt = {
  drift: number
  /** The entry of the log that lay ahead of the clock. */
  newest: number | null
  waiting: number
  /** Where those that wait would stand if the clock is right as it stands now. */
  places: Quarter[]
}

/** What is in doubt about the clock; null when nothing is. `off` is what the door saw. */
export async function clockDoubt(viewer: Viewer, off: ClockOff | null): Promise<Doubt | null> {
  authorize(viewer, 'clock.confirm')
  const [behind, drift, waiting] = await Promise.all([behindIn(db()), driftOf(db(), off), unnumbered(db())])
  if (off === null && behind === null && waiting.length === 0) return null
  const places = waiting.flatMap(({ submittedAt, clockDrift }) => quarterIfAny(submittedAt, clockDrift, drift) ?? [])
  return { drift, newest: behind?.newest ?? null, waiting: waiting.length, places: [...new Set(places)].sort() }
}

/**
 * Confirms that the clock is right as it stands: what waits gets its number and its quarter, by when it arrived as corrected and
 * in that order. Gives how many did.
 */
export function confirmClock(
  viewer: Viewer,
  input: ConfirmClockInput,
  arrival: Arrival,
): Promise<{ numbered: number }> {
  return write(viewer, 'clock.confirm', arrival, input, async (tx) => {
    authorize(viewer, 'clock.confirm')
    const drift = await driftOf(tx, arrival.off ?? null)
    if (!isSameDrift(drift, input.drift))
      throw new Fault('conflict', '打开本页之后，服务器的时间又有变动，没有确认。请刷新页面，核对时间后再确认。')
    const waiting = await unnumbered(tx)
    const placed = waiting.map((item) => {
      const submittedAt = correctedInstant({ at: item.submittedAt ?? 0, drift: item.clockDrift ?? 0 }, drift)
      return { ...item, submittedAt, quarter: quarterIfAny(item.submittedAt, item.clockDrift, drift) }
    })
    for (const { quarter } of placed)
      if (quarter === null)
        throw new Fault(
          'conflict',
          '按服务器现在的时间，待编号的信息落在 2000 年以前或 2099 年以后，没有确认。请先校正服务器的时间。',
        )
    for (const item of placed) await number(tx, viewer, item, { at: arrival.at, reason: input.reason })
    await tx.delete(facts).where(eq(facts.name, CLOCK_BEHIND))
    const detail = { drift, numbered: placed.length, reason: digestOf(input.reason) }
    await record(tx, viewer.userId, { verb: 'clock.confirm', subject: 'clock', detail }, arrival.at)
    return { numbered: placed.length }
  })
}

type Unnumbered = Awaited<ReturnType<typeof unnumbered>>[number]

type Confirmed = { at: number; reason: string }

async function number(
  tx: Database,
  viewer: Viewer,
  item: Unnumbered & { quarter: Quarter | null },
  { at, reason }: Confirmed,
) {
  const { id, unitId, version, submittedAt, quarter } = item
  if (quarter === null || submittedAt === null) return
  const ref = isNumbered(item.ref) ? item.ref : await refIn(tx, id, quarter)
  const set = { ref, submittedAt, quarter, clockDrift: null, updatedAt: at }
  await tx.update(items).set(set).where(eq(items.id, id))
  await recordEvent(tx, viewer, { id, version }, { verb: 'number', at, reason: `${ref}（${reason}）` })
  const detail = { ref, unit: unitId, submittedAt }
  await record(tx, viewer.userId, { verb: 'item.number', subject: id, detail, figures: quarter }, at)
}

/** What waits for a number, in the order of arrival. */
function unnumbered(tx: Database) {
  const { id, ref, unitId, version, submittedAt, clockDrift } = items
  return tx
    .select({ id, ref, unitId, version, submittedAt, clockDrift })
    .from(items)
    .where(isNotNull(clockDrift))
    .orderBy(asc(sql`${submittedAt} - ${clockDrift}`), asc(id))
}

function quarterIfAny(at: number | null, drift: number | null, driftNow: number): Quarter | null {
  try {
    return quarterOfInstant(correctedInstant({ at: at ?? 0, drift: drift ?? 0 }, driftNow))
  } catch {
    return null
  }
}
