import 'server-only'
import { eq } from 'drizzle-orm'
import { record } from '@/db/audit'
import type { Database } from '@/db/client'
import { secondFactors } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'

/** Takes somebody's second factor away, with its entry: the next sign-in asks for the password alone. */
export async function dropFactor(tx: Database, viewer: Viewer, userId: string, at: number): Promise<void> {
  const dropped = await tx.delete(secondFactors).where(eq(secondFactors.userId, userId)).returning()
  if (dropped.length > 0) await record(tx, viewer.userId, { verb: 'factor.reset', subject: userId, detail: {} }, at)
}
