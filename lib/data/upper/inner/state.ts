import 'server-only'
import { sql } from 'drizzle-orm'
import { adoptionRevocations, upperLines } from '@/db/schema'
import { Fault } from '@/lib/domain/base/fault'

export type LineState = 'open' | 'posted' | 'dropped'

/** A line whose adoption was revoked is open again. */
export const stateNow = sql<LineState>`case when ${adoptionRevocations.adoptionId} is not null then 'open' else ${upperLines.state} end`

/** Why nothing more is done to a line. */
export function closedFault(state: LineState): Fault {
  return new Fault('conflict', state === 'posted' ? '这一条已经登记，没有重复登记。' : '这一条已经剔除。')
}
