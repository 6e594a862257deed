import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { attachments, items, itemVersions } from '@/db/schema'
import { joinedLines } from '@/db/search'
import type { Viewer } from '@/lib/domain/people/policy'

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

/** The title that a viewer may read of an item within reach: its unit the one it is writing, the others the one sent. */
export const titleFor = (viewer: Viewer): SQL<string> => (viewer.unitId === null ? sentTitle : sql`${items.title}`)

const sentVersion = sql`coalesce((select max(${itemVersions.version}) from ${itemVersions} where ${itemVersions.itemId} = ${items.id}), 0)`

/** Whether an attachment is one that the office may read, by the same rule. Stands beside `items`. */
export const attachmentSent = sql`(case when ${items.state} in ('sent_back', 'withdrawn')
  then ${attachments.version} <= ${sentVersion} and (${attachments.removedIn} is null or ${attachments.removedIn} > ${sentVersion})
  else ${attachments.removedAt} is null end)`

/** Names and texts of the attachments that were sent, a line each; null without any. */
const attached = sql`select ${joinedLines(sql`${attachments.name}`, sql`coalesce(${attachments.text}, '')`)} from ${attachments} where ${attachments.itemId} = ${items.id} and ${attachmentSent}`

export const sentAttached = sql<string | null>`(${attached})`
