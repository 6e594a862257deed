import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { settings } from '@/db/schema'
import { HOUSE, type House, houseFrom } from '@/lib/domain/notices/house'

/** What the notices of this office have in common. */
export async function houseIn(tx: Database): Promise<House> {
  const [row] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.name, HOUSE))
  return houseFrom(row?.value)
}
