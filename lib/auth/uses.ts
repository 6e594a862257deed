import 'server-only'
import { eq } from 'drizzle-orm'
import { isDatabaseOpen, transaction } from '@/db/client'
import { sessions } from '@/db/schema'
import { memory } from '@/lib/domain/base/memory'

/** How often at most the last use of a session is written down, and how long it waits for others to be written with. */
const NOTE_MS = 60_000
const GATHER_MS = 5_000

type Uses = { last: Map<string, number>; timer: NodeJS.Timeout | null }
const uses = () => memory<Uses>('uses of sessions', { most: 1 }).once('here', () => ({ last: new Map(), timer: null }))

/** When a session was last used, as far as this process knows better than its row. */
export function lastUse(sessionId: string, written: number): number {
  return Math.max(written, uses().last.get(sessionId) ?? 0)
}

/**
 * Notes a use of a session. No page waits for it: what was noted is written beside the answers, many in one
 * transaction, and stays noted while the database cannot be written.
 */
export function noteUse(sessionId: string, last: number, now: number): void {
  if (now < last + NOTE_MS) return
  const noted = uses()
  noted.last.set(sessionId, now)
  noted.timer ??= setTimeout(() => void writeUses(), GATHER_MS).unref()
}

/** Writes what was noted; what fails is tried again with the next. */
export async function writeUses(): Promise<void> {
  const noted = uses()
  if (noted.timer) clearTimeout(noted.timer)
  noted.timer = null
  const batch = [...noted.last]
  if (batch.length === 0 || !isDatabaseOpen()) return
  try {
    await transaction(async (tx) => {
      for (const [id, at] of batch) await tx.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, id))
    })
    for (const [id, at] of batch) if (noted.last.get(id) === at) noted.last.delete(id)
  } catch {
    noted.timer ??= setTimeout(() => void writeUses(), GATHER_MS).unref()
  }
}
