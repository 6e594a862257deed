import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Clause, Gram } from '@/lib/domain/search/grams'
import type { Database } from './client'
import { table, text } from './columns'
import { dialect } from './dialect'
import { execute } from './execute'

/*
 * The index of search: which grams the items hold. SQLite keeps it as a contentless FTS5 table whose words are our grams,
 * PostgreSQL as an array of them under a GIN index. It only proposes; what it proposes is verified on the text itself.
 * An item whose text, unit or state was written waits in `search_queue`, put there by a trigger in the same transaction,
 * until it is indexed: proposed and waiting together never miss one.
 */
const onPg = dialect === 'postgresql'

/** Items written since they were indexed. */
export const waiting = table('search_queue', { itemId: text('item_id').primaryKey() })

const docs = table('search_docs', { itemId: text('item_id').primaryKey() })

/** The ids of the items that the index proposes for clauses (all of which must hold), and of those that wait. */
export function proposed(clauses: readonly Clause[]): SQL {
  return sql`select item_id from (${indexedAs(clauses)}) as i union all select item_id from search_queue`
}

/** The same asked of each item: where so many wait that they must not be gathered. */
export function proposes(clauses: readonly Clause[], item: SQL): SQL {
  return sql`(exists (select 1 from search_queue q where q.item_id = ${item}) or ${item} in (${indexedAs(clauses)}))`
}

function indexedAs(clauses: readonly Clause[]): SQL {
  return onPg
    ? sql`select item_id from search_docs where ${sql.join(clauses.map(arrayClause), sql` and `)}`
    : sql`select d.item_id from search_grams g join search_docs d on d.doc = g.rowid where g.search_grams match ${clauses.map(wordClause).join(' AND ')}`
}

function arrayClause({ all, or }: Clause): SQL {
  const array = (grams: readonly Gram[]) => sql`${`{${grams.join(',')}}`}::integer[]`
  const whole = sql`grams @> ${array(all)}`
  return or.length > 0 ? sql`(${whole} or grams && ${array(or)})` : whole
}

function wordClause({ all, or }: Clause): string {
  const whole = `(${all.map(word).join(' AND ')})`
  return or.length > 0 ? `(${whole} OR ${or.map(word).join(' OR ')})` : whole
}

/** Whether the index holds all these grams under an item, or the item waits: one row or none. */
export function holdsGrams(itemId: string, grams: ReadonlySet<Gram>): SQL {
  const clause: Clause = { all: [...grams], or: [] }
  const indexed = onPg
    ? sql`select 1 as one from search_docs where item_id = ${itemId} and ${arrayClause(clause)}`
    : sql`select 1 as one from search_grams where rowid = (select doc from search_docs where item_id = ${itemId}) and search_grams match ${wordClause(clause)}`
  return sql`(select one from (${indexed}) as i union all select 1 from search_queue where item_id = ${itemId})`
}

/** Texts of several rows as one, a line each. */
export function joinedLines(first: SQL, second: SQL): SQL {
  return onPg
    ? sql`string_agg(${first} || chr(10) || ${second}, chr(10))`
    : sql`group_concat(${first} || char(10) || ${second}, char(10))`
}

/** A gram as a word of FTS5: letters and digits alone, so that no tokenizer splits it. */
function word(gram: Gram): string {
  return `"${(gram >>> 0).toString(36)}"`
}

/** Indexes items anew; they wait no longer. On PostgreSQL all of them take two round trips. */
export async function indexItems(tx: Database, entries: ReadonlyMap<string, ReadonlySet<Gram>>): Promise<void> {
  if (entries.size === 0) return
  if (onPg) {
    const rows = [...entries].map(([itemId, grams]) => sql`(${itemId}, ${`{${[...grams].join(',')}}`}::integer[])`)
    await execute(
      tx,
      sql`insert into search_docs (item_id, grams) values ${sql.join(rows, sql`, `)} on conflict (item_id) do update set grams = excluded.grams`,
    )
  } else {
    await tx
      .insert(docs)
      .values([...entries.keys()].map((itemId) => ({ itemId })))
      .onConflictDoNothing()
    for (const [itemId, grams] of entries) {
      const words = [...grams].map((gram) => (gram >>> 0).toString(36)).join(' ')
      await execute(
        tx,
        sql`insert or replace into search_grams (rowid, grams) select doc, ${words} from search_docs where item_id = ${itemId}`,
      )
    }
  }
  await tx.delete(waiting).where(inArray(waiting.itemId, [...entries.keys()]))
}

/** Every submitted item waits to be indexed anew; what the index holds of them stays meanwhile. */
export async function waitAll(tx: Database): Promise<void> {
  await execute(
    tx,
    sql`insert into search_queue (item_id) select id from items where submitted_at is not null on conflict do nothing`,
  )
}

/** Forgets the index; every submitted item waits. */
export async function emptyIndex(tx: Database): Promise<void> {
  if (!onPg) await execute(tx, sql`insert into search_grams (search_grams) values ('delete-all')`)
  await tx.delete(docs)
  await tx.delete(waiting)
  await execute(tx, sql`insert into search_queue (item_id) select id from items where submitted_at is not null`)
}

/** What one slice of packing writes, in pages of the index: some milliseconds' worth. */
const PAGES = 200

/**
 * Packs the index after it was built, a slice at a time: `begin` with the first. Gives false when nothing is left to pack.
 */
export async function packIndex(tx: Database, begin: boolean): Promise<boolean> {
  if (onPg) {
    await execute(tx, sql`analyze search_docs`)
    return false
  }
  const changes = async () =>
    (await tx.select({ n: sql`total_changes()`.mapWith(Number) }).from(sql`(select 1) as one`))[0]?.n ?? 0
  const before = await changes()
  // A negative number asks for all pieces of the index to be merged into one, as "optimize" does in one go.
  await execute(tx, sql`insert into search_grams (search_grams, rank) values ('merge', ${begin ? -PAGES : PAGES})`)
  return (await changes()) - before >= 2
}
