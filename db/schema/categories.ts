import type { Category } from '@/lib/domain/office/category'
import type { Quarter } from '@/lib/domain/time/quarter'
import { table, text, whole } from '../columns'

/**
 * 类别: the classes of units that have tables of their own, as lib/domain/office/category says; `aliases` is a JSON list.
 * Units and rules refer to a key. PostgreSQL holds that by foreign keys, SQLite, where those would need both tables
 * rebuilt, by triggers (migration 0010): none of them stands here.
 */
export const categories = table('categories', {
  key: text('key').$type<Category>().primaryKey(),
  name: text('name').notNull(),
  title: text('title').notNull(),
  words: text('words').notNull(),
  aliases: text('aliases').notNull(),
  position: whole('position').notNull(),
  validFrom: text('valid_from').$type<Quarter>(),
})
