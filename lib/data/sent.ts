import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { items, itemVersions } from '@/db/schema'

/**
 * A text as the office may read it: while a unit rewrites what was sent back or withdrawn, that is what it last sent, not
 * what it is writing.
 */
const asSent = (column: 'title' | 'body'): SQL<string> => {
  const sent = sql`select ${itemVersions[column]} from ${itemVersions} where ${itemVersions.itemId} = ${items.id} order by ${itemVersions.version} desc limit 1`
  return sql<string>`case when ${items.state} in ('sent_back', 'withdrawn') then coalesce((${sent}), ${items[column]}) else ${items[column]} end`
}

export const sentTitle = asSent('title')
export const sentBody = asSent('body')
