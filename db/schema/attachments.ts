import type { AttachmentType } from '@/lib/domain/attachments/attachment'
import { index, instant, table, text, whole } from '../columns'
import { items } from './items'
import { users } from './people'

/**
 * 附件 of an item. A row is never deleted. `version` is the item's version that the file came with, `removedIn` the one
 * that it was taken out of; `warnings` are the words in it that ask for a second look, joined by 、; `unread` what
 * of it could not be checked (lib/domain/attachments/unread), joined by a comma, unknown of old ones.
 */
export const attachments = table(
  'attachments',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    size: whole('size').notNull(),
    type: text('type').$type<AttachmentType>().notNull(),
    text: text('text'),
    warnings: text('warnings'),
    unread: text('unread'),
    position: whole('position').notNull(),
    version: whole('version').notNull(),
    addedBy: text('added_by').references(() => users.id, { onDelete: 'restrict' }),
    addedAt: instant('added_at').notNull(),
    removedIn: whole('removed_in'),
    removedAt: instant('removed_at'),
    isolatedAt: instant('isolated_at'),
  },
  (t) => [index('attachments_item').on(t.itemId, t.position), index('attachments_sha256').on(t.sha256)],
)
