import 'server-only'
import { sql } from 'drizzle-orm'
import { adoptionRevocations, upperLines } from '@/db/schema'

export type LineState = 'open' | 'posted' | 'dropped'

/** A line whose adoption was revoked is open again. */
export const stateNow = sql<LineState>`case when ${adoptionRevocations.adoptionId} is not null then 'open' else ${upperLines.state} end`
