import type { Kind } from '@/lib/domain/adoptions/kinds'
import { index, instant, table, text, whole } from '../columns'
import { users } from './people'

/** A list of what the city or the province adopted, as it came in. */
export const upperLists = table('upper_lists', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  receivedBy: text('received_by')
    .notNull()
    .references(() => users.id, { onDelete: 'restrict' }),
  receivedAt: instant('received_at').notNull(),
})

/** A line of such a list: matched and posted as an adoption, or kept for later. */
export const upperLines = table(
  'upper_lines',
  {
    id: text('id').primaryKey(),
    listId: text('list_id')
      .notNull()
      .references(() => upperLists.id, { onDelete: 'restrict' }),
    position: whole('position').notNull(),
    title: text('title').notNull(),
    unit: text('unit'),
    kind: text('kind').$type<Kind>().notNull(),
    /** Empty until it is known. */
    adoptedOn: text('adopted_on').notNull(),
    publication: text('publication'),
    issueNo: text('issue_no'),
    state: text('state').$type<'open' | 'posted' | 'dropped'>().notNull(),
    adoptionId: text('adoption_id'),
  },
  (t) => [index('upper_lines_list').on(t.listId, t.position), index('upper_lines_state').on(t.state)],
)
