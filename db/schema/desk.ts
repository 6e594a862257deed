import type { ReasonVerb } from '@/lib/domain/desk/reason'
import { flag, index, table, text, whole } from '../columns'
import { users } from './people'

/** 原因: why an item is not used, a duplicate or sent back, in the office's own words. */
export const reasons = table('reasons', {
  id: text('id').primaryKey(),
  verb: text('verb').$type<ReasonVerb>().notNull(),
  words: text('words').notNull(),
  position: whole('position').notNull(),
  retired: flag('retired').notNull(),
})

/** 采编台 views that people keep: a name and the filter behind it. Without a user it is everybody's. */
export const savedViews = table(
  'saved_views',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').references(() => users.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    query: text('query').notNull(),
    position: whole('position').notNull(),
  },
  (t) => [index('saved_views_user').on(t.userId, t.position)],
)
