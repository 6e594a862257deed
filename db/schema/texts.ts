import { flag, index, instant, primaryKey, table, text, uniqueIndex, whole } from '../columns'
import { items } from './items'
import { users } from './people'

/**
 * 编辑稿: the office's version beside what units sent. Of one item (`item_id`, at most one an item), or 综合: of several,
 * as `text_sources` names them. The text is that of its newest version.
 */
export const texts = table(
  'texts',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id').references(() => items.id, { onDelete: 'restrict' }),
    title: text('title').notNull(),
    body: text('body').notNull(),
    version: whole('version').notNull(),
    dropped: flag('dropped').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('texts_item').on(t.itemId), index('texts_newest').on(t.updatedAt, t.id)],
)

/** Every version of an edited text that was ever saved: no editor's words are lost. */
export const textVersions = table(
  'text_versions',
  {
    textId: text('text_id')
      .notNull()
      .references(() => texts.id, { onDelete: 'restrict' }),
    version: whole('version').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    editedBy: text('edited_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    editedAt: instant('edited_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.textId, t.version] })],
)

/** The items that an edited text was made of, in the editor's order, each in the version that was read. */
export const textSources = table(
  'text_sources',
  {
    textId: text('text_id')
      .notNull()
      .references(() => texts.id, { onDelete: 'restrict' }),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    position: whole('position').notNull(),
    itemVersion: whole('item_version').notNull(),
  },
  (t) => [primaryKey({ columns: [t.textId, t.itemId] }), index('text_sources_item').on(t.itemId)],
)
