import 'server-only'
import { type AnyColumn, and, eq, getTableColumns, getTableName, inArray, isNull, ne, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  adoptions,
  attachments,
  editionEntries,
  instructions,
  isolations,
  itemEvents,
  items,
  itemVersions,
  textSources,
  texts,
  textVersions,
  upperLines,
} from '@/db/schema'
import type { Instead } from '@/lib/domain/secrecy/isolation'

/** Of what words are taken: an item with all that was made of it, or one of its attachments. */
export type Isolated = { itemId: string; attachmentId: string | null }

type AnyTable = typeof items

/**
 * A table in which words of an item stand: by which columns a row is known, which hold words, and what is read there
 * instead (null: nothing).
 */
export type WordsPlace = {
  what: string
  table: AnyTable
  key: readonly string[]
  words: Readonly<Record<string, keyof Instead | null>>
  of: (isolated: Isolated) => SQL | undefined
}

const ofItem = (column: AnyColumn) => (isolated: Isolated) =>
  isolated.attachmentId === null ? eq(column, isolated.itemId) : undefined

/** The edited texts that were made of an item, alone or among others: its words stand in them. */
const textsOf = (itemId: string) =>
  db().select({ id: textSources.textId }).from(textSources).where(eq(textSources.itemId, itemId))

const ofTexts = (column: AnyColumn) => (isolated: Isolated) =>
  isolated.attachmentId === null ? inArray(column, textsOf(isolated.itemId)) : undefined

function place(
  what: string,
  table: unknown,
  key: string[],
  words: WordsPlace['words'],
  of: (isolated: Isolated) => SQL | undefined,
): WordsPlace {
  return { what, table: table as AnyTable, key, words, of }
}

/**
 * Every table in which words of an item stand. Figures, notices, adoptions and the log hold numbers and digests; the index
 * of the search follows from these rows by itself.
 */
export const WORDS_PLACES: readonly WordsPlace[] = [
  place(
    '信息的标题、正文和撰稿、签发等',
    items,
    ['id'],
    { title: 'title', body: 'body', author: null, phone: null, signer: null, reason: null },
    ofItem(items.id),
  ),
  place(
    '各次报送的留存稿',
    itemVersions,
    ['itemId', 'version'],
    { title: 'title', body: 'body', author: null, phone: null, signer: null },
    ofItem(itemVersions.itemId),
  ),
  place('办理经过中的说明', itemEvents, ['id'], { reason: null }, ofItem(itemEvents.itemId)),
  place(
    '批示和反馈',
    instructions,
    ['id'],
    { words: 'body', feedback: null, reason: null },
    ofItem(instructions.itemId),
  ),
  place('附件的名称和文字', attachments, ['id'], { name: 'file', text: null, warnings: null }, (isolated) =>
    and(
      isNull(attachments.isolatedAt),
      isolated.attachmentId === null
        ? eq(attachments.itemId, isolated.itemId)
        : eq(attachments.id, isolated.attachmentId),
    ),
  ),
  place('编辑稿和综合', texts, ['id'], { title: 'title', body: 'body' }, ofTexts(texts.id)),
  place(
    '编辑稿的历史稿',
    textVersions,
    ['textId', 'version'],
    { title: 'title', body: 'body' },
    ofTexts(textVersions.textId),
  ),
  place(
    '已发刊物中的文字',
    editionEntries,
    ['editionId', 'textId'],
    { title: 'title', body: 'body' },
    ofTexts(editionEntries.textId),
  ),
  place('上级采用清单中的标题', upperLines, ['id'], { title: 'title' }, (isolated) =>
    isolated.attachmentId === null
      ? inArray(
          upperLines.adoptionId,
          db().select({ id: adoptions.id }).from(adoptions).where(eq(adoptions.itemId, isolated.itemId)),
        )
      : undefined,
  ),
]

/** The items of standing isolations that share an edited text with this one: its words are theirs too. */
export function sharingTexts(isolated: Isolated, id: string): SQL | undefined {
  const items = db().select({ id: textSources.itemId }).from(textSources)
  const shared = items.where(inArray(textSources.textId, textsOf(isolated.itemId)))
  return and(
    eq(isolations.state, 'isolated'),
    isNull(isolations.attachmentId),
    ne(isolations.id, id),
    inArray(isolations.itemId, shared),
  )
}

/** The name under which words of a place are kept. */
export const nameOfPlace = ({ table }: WordsPlace): string => getTableName(table)

/** A column of a place by its name in the schema. */
export function columnOf({ table }: WordsPlace, name: string) {
  const column = getTableColumns(table)[name as keyof AnyTable['_']['columns']]
  if (!column) throw new Error(`${getTableName(table)} has no ${name}`)
  return column
}
