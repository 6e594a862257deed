import { flag, index, instant, primaryKey, table, text, uniqueIndex, whole } from '../columns'
import { users } from './accounts'
import { items } from './items'

/**
 * 编辑稿: the office's version beside what units sent. Of one item (`item_id`, at most one an item), or 综合: of several,
 * as `edited_sources` names them. The text is that of its newest version.
 */
export const texts = table(
  'edited_texts',
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
  (t) => [uniqueIndex('edited_texts_item').on(t.itemId), index('edited_texts_newest').on(t.updatedAt, t.id)],
)

/** Every version of an edited text that was ever saved: no editor's words are lost. */
export const textVersions = table(
  'edited_versions',
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
  'edited_sources',
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
  (t) => [primaryKey({ columns: [t.textId, t.itemId] }), index('edited_sources_item').on(t.itemId)],
)

/** 刊物: as the office defines them. `kind` is what an item is adopted as that appears in it. */
export const publications = table(
  'publications',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    issuer: text('issuer').notNull(),
    position: whole('position').notNull(),
    retired: flag('retired').notNull(),
  },
  (t) => [uniqueIndex('publications_name').on(t.name)],
)

/** 期: an edition of a publication, composed and then released on its day. `year` and `issue_no` number it. */
export const editions = table(
  'publication_issues',
  {
    id: text('id').primaryKey(),
    publicationId: text('publication_id')
      .notNull()
      .references(() => publications.id, { onDelete: 'restrict' }),
    year: whole('year').notNull(),
    issueNo: whole('issue_no').notNull(),
    day: text('day').notNull(),
    state: text('state').$type<'composing' | 'released' | 'dropped'>().notNull(),
    version: whole('version').notNull(),
    madeBy: text('made_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    madeAt: instant('made_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    releasedBy: text('released_by').references(() => users.id, { onDelete: 'restrict' }),
    releasedAt: instant('released_at'),
  },
  (t) => [
    index('publication_issues_number').on(t.publicationId, t.year, t.issueNo),
    index('publication_issues_newest').on(t.state, t.updatedAt, t.id),
  ],
)

/** What stands in an edition, in order. Title and body are set on release, and stay what was released. */
export const editionEntries = table(
  'issue_entries',
  {
    editionId: text('issue_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'restrict' }),
    textId: text('text_id')
      .notNull()
      .references(() => texts.id, { onDelete: 'restrict' }),
    position: whole('position').notNull(),
    title: text('title'),
    body: text('body'),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.textId] }), index('issue_entries_text').on(t.textId)],
)
