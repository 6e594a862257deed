import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { EditionState } from '@/lib/domain/editions/publication'
import { flag, index, instant, primaryKey, table, text, uniqueIndex, whole } from '../columns'
import { users } from './people'
import { texts } from './texts'

/** 刊物: as the office defines them. `kind` is what an item is adopted as that appears in it. */
export const publications = table(
  'publications',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    kind: text('kind').$type<Kind>().notNull(),
    issuer: text('issuer').notNull(),
    position: whole('position').notNull(),
    retired: flag('retired').notNull(),
  },
  (t) => [uniqueIndex('publications_name').on(t.name)],
)

/** 期: an edition of a publication, composed and then released on its day. `year` and `issue_no` number it. */
export const editions = table(
  'editions',
  {
    id: text('id').primaryKey(),
    publicationId: text('publication_id')
      .notNull()
      .references(() => publications.id, { onDelete: 'restrict' }),
    year: whole('year').notNull(),
    issueNo: whole('issue_no').notNull(),
    day: text('day').notNull(),
    state: text('state').$type<EditionState>().notNull(),
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
    index('editions_number').on(t.publicationId, t.year, t.issueNo),
    index('editions_newest').on(t.state, t.updatedAt, t.id),
  ],
)

/**
 * What stands in an edition, in order, and who picked it (unknown of old ones). Title and body are set on release, and stay
 * what was released; `adoptions` are the ids of those that it stands for (JSON), also where one of them was there before.
 */
export const editionEntries = table(
  'edition_entries',
  {
    editionId: text('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'restrict' }),
    textId: text('text_id')
      .notNull()
      .references(() => texts.id, { onDelete: 'restrict' }),
    position: whole('position').notNull(),
    title: text('title'),
    body: text('body'),
    pickedBy: text('picked_by').references(() => users.id, { onDelete: 'restrict' }),
    adoptions: text('adoptions'),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.textId] }), index('edition_entries_text').on(t.textId)],
)
