import type { IsolationState } from '@/lib/domain/secrecy/isolation'
import { index, instant, primaryKey, table, text } from '../columns'
import { attachments } from './attachments'
import { items } from './items'
import { users } from './people'

/**
 * 隔离: an item, or one attachment of it, whose words and files nobody reads but the security administrator. `reason` says
 * why; `ending` why it was lifted, or by which instruction of the 保密办 it was purged.
 */
export const isolations = table(
  'isolations',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    attachmentId: text('attachment_id').references(() => attachments.id, { onDelete: 'restrict' }),
    state: text('state').$type<IsolationState>().notNull(),
    reason: text('reason').notNull(),
    isolatedBy: text('isolated_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    isolatedAt: instant('isolated_at').notNull(),
    ending: text('ending'),
    endedBy: text('ended_by').references(() => users.id, { onDelete: 'restrict' }),
    endedAt: instant('ended_at'),
  },
  (t) => [index('isolations_item').on(t.itemId, t.state), index('isolations_state').on(t.state, t.isolatedAt)],
)

/**
 * The words that an isolation took out of a row, until they are put back or purged. `place` names the table, `record` the
 * row's key, `words` its texts (both JSON).
 */
export const isolatedWords = table(
  'isolated_words',
  {
    isolationId: text('isolation_id')
      .notNull()
      .references(() => isolations.id, { onDelete: 'restrict' }),
    place: text('place').notNull(),
    record: text('record').notNull(),
    words: text('words').notNull(),
  },
  (t) => [primaryKey({ columns: [t.isolationId, t.place, t.record] })],
)
