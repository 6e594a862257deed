import 'server-only'
import { count, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { items } from '@/db/schema'
import { type Count, MANY } from '@/lib/domain/base/count'

/** How many items a clause leaves, as far as it is worth counting. The clause keeps within the viewer's reach. */
export async function boundedCount(where: SQL | undefined): Promise<Count> {
  const some = db()
    .select({ one: sql`1`.as('one') })
    .from(items)
    .where(where)
    .limit(MANY + 1)
    .as('some')
  const [row] = await db().select({ n: count() }).from(some)
  const n = row?.n ?? 0
  return { n: Math.min(n, MANY), more: n > MANY }
}
