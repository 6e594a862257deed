import 'server-only'
import { asc } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { categories } from '@/db/schema'
import type { CategoryRow } from '@/lib/domain/office/category'

/** Every category of the register, in order. */
export async function categoriesNow(tx: Database): Promise<CategoryRow[]> {
  const rows = await tx.select().from(categories).orderBy(asc(categories.position), asc(categories.key))
  return rows.map(({ aliases, ...row }) => ({ ...row, aliases: JSON.parse(aliases) as string[] }))
}
