import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { audit, RARELY } from '@/db/schema'

/** The newest entry of a check. */
export async function newestCheck() {
  const [entry] = await db()
    .select({ at: audit.at, detail: audit.detail })
    .from(audit)
    .where(and(RARELY, eq(audit.verb, 'audit.verify')))
    .orderBy(desc(audit.seq))
    .limit(1)
  return entry
}
