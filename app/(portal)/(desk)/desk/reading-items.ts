import 'server-only'
import type { ReadingItem, RowsPage } from '@/components/desk/reader/types'
import type { ReadItem } from '@/lib/data/desk/reading'
import type { ListPage } from '@/lib/data/items/lists'
import { isNumbered } from '@/lib/domain/items/number'

/** What the pane needs of an opened item, and nothing more. */
export function asReadingItem({
  item,
  adoptions,
  proposals,
  history,
  versions,
  attachments,
  seen,
}: ReadItem): ReadingItem {
  const { id, ref, title, unit, categoryName, state, submittedAt, notUsed } = item
  const { body, type, eventDay, author, phone, signer } = item
  return {
    ...{ id, ref, title, unit, categoryName, state, submittedAt, notUsed },
    ...{ body, type, eventDay, author, phone, signer },
    version: item.version,
    seen,
    adoptions,
    proposals,
    history,
    versions,
    attachments,
  }
}

/** What the list needs of a page of it. */
export function asRows({ rows, next }: ListPage): RowsPage {
  return {
    rows: rows.map(({ id, ref, title, unit, state, submittedAt, adoptions, notUsed }) => {
      const row = { id, title, unit, state, submittedAt, adoptions: adoptions.map(({ kind }) => ({ kind })), notUsed }
      return isNumbered(ref) ? row : { ...row, ref }
    }),
    next,
  }
}
