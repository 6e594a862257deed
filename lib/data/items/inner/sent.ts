import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { attachments, items, itemVersions } from '@/db/schema'
import { joinedLines } from '@/db/search'
import type { ItemType } from '@/lib/domain/items/item'
import type { Viewer } from '@/lib/domain/people/policy'

const rewriting = sql`${items.state} in ('sent_back', 'withdrawn')`

/**
 * A field as the office may read it: while a unit rewrites what was sent back or withdrawn, that is what it last sent, not
 * what it is writing.
 */
const asSent = <T extends string | null>(column: 'title' | 'body' | 'author' | 'type'): SQL<T> => {
  const sent = sql`(select ${itemVersions[column]} from ${itemVersions} where ${itemVersions.itemId} = ${items.id} order by ${itemVersions.version} desc limit 1)`
  return sql<T>`case when ${rewriting} then ${sent} else ${items[column]} end`
}

export const sentTitle = asSent<string>('title')

export const sentBody = asSent<string>('body')

export const sentAuthor = asSent<string | null>('author')

const sentType = asSent<ItemType | null>('type')

/** The type that a viewer may read of an item within reach. */
export const typeFor = (viewer: Viewer): SQL<ItemType | null> =>
  viewer.unitId === null ? sentType : sql<ItemType | null>`${items.type}`

/** The title that a viewer may read of an item within reach: its unit the one it is writing, the others the one sent. */
export const titleFor = (viewer: Viewer): SQL<string> => (viewer.unitId === null ? sentTitle : sql`${items.title}`)

const sentVersion = sql`coalesce((select max(${itemVersions.version}) from ${itemVersions} where ${itemVersions.itemId} = ${items.id}), 0)`

/** Whether an attachment is one that the office may read, by the same rule. Stands beside `items`. */
export const attachmentSent = sql`(case when ${rewriting}
  then ${attachments.version} <= ${sentVersion} and (${attachments.removedIn} is null or ${attachments.removedIn} > ${sentVersion})
  else ${attachments.removedAt} is null end)`

/** Names and texts of the attachments that were sent, a line each; null without any. */
const attached = sql`select ${joinedLines(sql`${attachments.name}`, sql`coalesce(${attachments.text}, '')`)} from ${attachments} where ${attachments.itemId} = ${items.id} and ${attachmentSent}`

export const sentAttached = sql<string | null>`(${attached})`
