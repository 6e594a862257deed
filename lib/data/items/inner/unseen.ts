import 'server-only'
import { and, desc, eq, isNull, ne, or } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { itemEvents, users } from '@/db/schema'
import { Fault } from '@/lib/domain/base/fault'
import { eventInWords } from '@/lib/domain/items/event'
import type { Viewer } from '@/lib/domain/people/policy'
import { chineseDateTime } from '@/lib/domain/time/quarter'

/**
 * Refuses a write on an item to which others did something that its writer had not seen, and says who did what and
 * when. `seen` counts the events by others that the writer knew of; one's own never stand in the way. Null: not asked.
 */
export async function nothingUnseen(tx: Database, viewer: Viewer, itemId: string, seen: number | null): Promise<void> {
  if (seen === null) return
  const events = await tx
    .select({ verb: itemEvents.verb, at: itemEvents.at, reason: itemEvents.reason, by: users.name })
    .from(itemEvents)
    .leftJoin(users, eq(users.id, itemEvents.by))
    .where(and(eq(itemEvents.itemId, itemId), or(isNull(itemEvents.by), ne(itemEvents.by, viewer.userId))))
    .orderBy(desc(itemEvents.at))
  const fresh = events.slice(0, Math.max(0, events.length - seen)).reverse()
  if (fresh.length === 0) return
  const told = fresh.map((event) => `${chineseDateTime(event.at)} ${event.by ?? '数据导入'} ${eventInWords(event)}`)
  throw new Fault(
    'conflict',
    `您打开之后，这条信息有新的办理：${told.join('；')}。本次没有登记，填写的内容都在；核对后仍需登记的，请再按一次。`,
  )
}
