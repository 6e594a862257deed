import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db, transaction } from '@/db/client'
import { databaseUrl } from '@/db/dialect'
import { facts } from '@/db/schema'
import { waitAll } from '@/db/search'
import { memory } from '@/lib/domain/base/memory'
import { FOLDING } from '@/lib/domain/search/fold'

const NAME = 'search:folding'

const ours = memory<Promise<void>>('folding of the index', { most: 4, of: () => 1 })

/**
 * Sees to it that nothing is missed by an index of another folding: then all items wait, which search reads one by one, until
 * they are indexed anew in the background. Asked of the database once by a process.
 */
export function sameFolding(): Promise<void> {
  return ours.once(databaseUrl(), async () => {
    if (await foldsAsWe(db())) return
    await transaction(async (tx) => {
      if (await foldsAsWe(tx)) return
      await waitAll(tx)
      const row = { name: NAME, value: String(FOLDING) }
      await tx.insert(facts).values(row).onConflictDoUpdate({ target: facts.name, set: row })
    })
  })
}

async function foldsAsWe(tx: Database): Promise<boolean> {
  const [row] = await tx.select().from(facts).where(eq(facts.name, NAME))
  return row?.value === String(FOLDING)
}
