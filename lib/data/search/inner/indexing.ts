import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { inArray } from 'drizzle-orm'
import { isDatabaseOpen, transaction } from '@/db/client'
import { items } from '@/db/schema'
import { indexItems, waiting } from '@/db/search'
import { memory } from '@/lib/domain/base/memory'
import { type Gram, gramsOf, quarterGram, unitGram } from '@/lib/domain/search/grams'
import { quarterOfInstant } from '@/lib/domain/time/quarter'
import { sentAttached, sentAuthor, sentBody, sentTitle } from '../../items/inner/sent'
import { sameFolding } from './folding'

/** How many items one transaction indexes: about 20 ms, in which nobody else can write. */
const CHUNK = 25

/** Several submissions at once are indexed together, and writers get their turn between two chunks. */
const SOON_MS = 300

const BREATH_MS = 20

/** Whether a pass runs in this process, and whether it is to look once more. */
const passes = memory<{ running: boolean; again: boolean }>('indexing', { most: 1 })
const pass = () => passes.once('pass', () => ({ running: false, again: false }))

/**
 * Indexes what waits, in the background and soon; nobody waits for it, and until then search reads those items
 * themselves. A pass that fails leaves them waiting: the next write or search begins another.
 */
export function indexSoon(): void {
  const now = pass()
  now.again = true
  if (!now.running) void run(now)
}

async function run(now: { running: boolean; again: boolean }): Promise<void> {
  now.running = true
  try {
    while (now.again) {
      await sleep(SOON_MS, undefined, { ref: false })
      now.again = false
      if (isDatabaseOpen()) await sameFolding()
      while (isDatabaseOpen() && (await indexWaiting(CHUNK)) === CHUNK)
        await sleep(BREATH_MS, undefined, { ref: false })
    }
  } catch {
    now.again = false
  } finally {
    now.running = false
  }
}

/** Indexes up to `limit` of the items that wait, in one transaction. Gives how many. */
export function indexWaiting(limit: number): Promise<number> {
  return transaction(async (tx) => {
    const queued = await tx.select().from(waiting).limit(limit)
    const ids = queued.map(({ itemId }) => itemId)
    const rows = await tx.select(indexed).from(items).where(inArray(items.id, ids))
    await indexItems(tx, new Map(rows.map((row) => [row.id, indexEntryOf(row)])))
    return ids.length
  })
}

/** What the index holds of an item. */
export const indexed = {
  id: items.id,
  title: sentTitle,
  body: sentBody,
  author: sentAuthor,
  attached: sentAttached,
  unitId: items.unitId,
  submittedAt: items.submittedAt,
}

type Indexed = {
  title: string
  body: string
  author: string | null
  attached: string | null
  unitId: string
  submittedAt: number | null
}

/** The index entry of an item: the grams of its texts, its quarter and its unit. */
export function indexEntryOf({ title, body, author, attached, unitId, submittedAt }: Indexed): ReadonlySet<Gram> {
  const grams = gramsOf([title, body, author, attached])
  if (submittedAt !== null) grams.add(quarterGram(quarterOfInstant(submittedAt)))
  return grams.add(unitGram(unitId))
}
