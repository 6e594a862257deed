import { sql } from 'drizzle-orm'
import type { HOUSE } from '@/lib/domain/notices/house'
import type { AccessVerb, StrangerVerb } from '@/lib/domain/office/access'
import type { StoredVerb } from '@/lib/domain/office/audit'
import type { Category } from '@/lib/domain/office/category'
import type { SettingName } from '@/lib/domain/office/settings'
import type { Action } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { index, instant, primaryKey, table, text, uniqueIndex, whole } from '../columns'

/** The register of units; `position` is the official order. */
export const units = table(
  'units',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    category: text('category').$type<Category>().notNull(),
    position: whole('position').notNull(),
  },
  (t) => [uniqueIndex('units_name').on(t.name)],
)

/** Other names under which a unit is known. A name belongs to one unit. */
export const unitAliases = table('unit_aliases', {
  name: text('name').primaryKey(),
  unitId: text('unit_id')
    .notNull()
    .references(() => units.id, { onDelete: 'restrict' }),
})

/** What the office has decided about the portal itself, such as who may see the ranking. */
export const settings = table('settings', {
  name: text('name').$type<SettingName | typeof HOUSE>().primaryKey(),
  value: text('value').notNull(),
  setBy: text('set_by').notNull(),
  setAt: instant('set_at').notNull(),
})

/** Facts about this database itself, such as that it holds the demo. */
export const facts = table('facts', { name: text('name').primaryKey(), value: text('value').notNull() })

/** Entries that are looked for by their verb, few in number: an index of all verbs would cost every submission a page. */
export const RARELY = sql`"verb" in ('notice.issue', 'audit.baseline', 'audit.verify', 'data.export')`

/**
 * The audit log: append-only, chained, and keyed with what lies outside the database (db/ledger). `figures` names the quarter whose figures the change moves
 * (`all` for rules, targets and units), so the newest such entry is the version of a quarter's figures.
 */
export const audit = table(
  'audit',
  {
    seq: whole('seq').primaryKey(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    verb: text('verb').$type<StoredVerb>().notNull(),
    subject: text('subject').notNull(),
    detail: text('detail').notNull(),
    figures: text('figures').$type<Quarter | 'all'>(),
    /** From where: an address, or the user of the operating system who ran a command. */
    origin: text('origin'),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [index('audit_figures').on(t.figures, t.seq), index('audit_rare').on(t.verb, t.seq).where(RARELY)],
)

/**
 * What each row of a sealed table (db/sealed) was before an entry and after it: its digests, or none where it was not
 * there. `record` is the table and the key, `items:ID`; the entry's own hash binds them all. Ordered by bytes, on
 * PostgreSQL too. It is written with every submission, so it has no index but the order in which it grows.
 */
export const auditRows = table(
  'audit_rows',
  {
    seq: whole('seq').notNull(),
    record: text('record').notNull(),
    was: text('was'),
    digest: text('digest'),
  },
  (t) => [primaryKey({ columns: [t.seq, t.record] })],
)

/**
 * The access log: who read personal data, took a file away or was refused; append-only, with a chain of its own (db/access).
 * `once` is a digest of what there is one line of: person, kind, object and day, or of strangers address, kind and hour.
 */
export const accesses = table(
  'accesses',
  {
    seq: whole('seq').primaryKey(),
    once: text('once').notNull(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    verb: text('verb').$type<AccessVerb>().notNull(),
    subject: text('subject').notNull(),
    detail: text('detail').notNull(),
    origin: text('origin'),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [uniqueIndex('accesses_once').on(t.once)],
)

/** What strangers are counted for in an hour that is not over, by address; `accounts` (JSON) are those that they tried. */
export const strangers = table(
  'strangers',
  {
    hour: whole('hour').notNull(),
    address: text('address').notNull(),
    verb: text('verb').$type<StrangerVerb>().notNull(),
    count: whole('count').notNull(),
    lastAt: instant('last_at').notNull(),
    accounts: text('accounts').notNull(),
  },
  (t) => [primaryKey({ columns: [t.hour, t.address, t.verb] })],
)

/** What a request with an idempotency key did: the same key gets the same answer. */
export const requestKeys = table(
  'request_keys',
  {
    userId: text('user_id').notNull(),
    key: text('key').notNull(),
    verb: text('verb').$type<Action>().notNull(),
    digest: text('digest').notNull(),
    answer: text('answer').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] })],
)
