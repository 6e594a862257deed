import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { users } from '@/db/schema'
import { notFound } from '@/lib/domain/base/fault'

/** An account as it is stored. Throws 404 when there is none. */
export async function existing(tx: Database, id: string): Promise<typeof users.$inferSelect> {
  const [user] = await tx.select().from(users).where(eq(users.id, id))
  if (!user) throw notFound('账号')
  return user
}
