import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { adoptions, items } from '@/db/schema'
import type { Quarter } from '@/lib/domain/time/quarter'
import { inForce } from '../../adoptions/inner/in-force'

/** What counts in a quarter: the one clause behind every count of items and every list of them. */
export function countingItems(quarter: Quarter): SQL {
  return sql`${items.quarter} = ${quarter} and ${items.state} = 'received'`
}

/** What scores in a quarter: the one clause behind every count of adoptions and every list of them. */
export function scoringAdoptions(quarter: Quarter): SQL {
  return sql`${adoptions.quarter} = ${quarter} and ${inForce} and ${items.state} = 'received'`
}
