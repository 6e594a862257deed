import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Database, transaction } from '@/db/client'
import { requestKeys } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import type { Action, Viewer } from '@/lib/domain/people/policy'
import { indexSoon } from '../search/inner/indexing'

/**
 * Runs a write in one transaction. A key binds once something was written: after that the same key gets the first
 * answer, and another body under it is refused. A write that failed leaves the key free.
 */
export function write<T>(
  viewer: Viewer,
  verb: Action,
  arrival: Arrival,
  body: unknown,
  work: (tx: Database) => Promise<T>,
): Promise<T> {
  const { key } = arrival
  if (key === null) return written(verb, transaction(work))
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  const once = transaction(async (tx) => {
    const [bound] = await tx
      .select()
      .from(requestKeys)
      .where(and(eq(requestKeys.userId, viewer.userId), eq(requestKeys.key, key)))
    if (bound) {
      if (bound.verb !== verb || bound.digest !== digest)
        throw new Fault('conflict', '本页内容已提交过一次，之后又有改动；请刷新页面后再提交。')
      return JSON.parse(bound.answer) as T
    }
    const answer = await work(tx)
    await tx
      .insert(requestKeys)
      .values({ userId: viewer.userId, key, verb, digest, answer: JSON.stringify(answer ?? null), at: arrival.at })
    return answer
  })
  return written(verb, once)
}

/** The answer once it is on disk. What was written on an item is indexed for search afterwards. */
async function written<T>(verb: Action, work: Promise<T>): Promise<T> {
  const answer = await work
  if (/^(?:item|isolation)\./.test(verb)) indexSoon()
  return answer
}
