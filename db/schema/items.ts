import { sql } from 'drizzle-orm'
import type { EventVerb } from '@/lib/domain/items/event'
import type { InstructionLevel } from '@/lib/domain/items/instruction'
import type { DeskStanding, ItemState, ItemType } from '@/lib/domain/items/item'
import type { Quarter } from '@/lib/domain/time/quarter'
import { flag, index, instant, primaryKey, table, text, uniqueIndex, whole } from '../columns'
import { units } from './office'
import { users } from './people'

/** What waits for its number: hardly ever any. */
const UNNUMBERED = sql`"clock_drift" is not null`

/** 信息. `quarter` follows from `submitted_at`; both stay empty until the first submission. */
export const items = table(
  'items',
  {
    id: text('id').primaryKey(),
    ref: text('ref').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
    title: text('title').notNull(),
    body: text('body').notNull(),
    type: text('type').$type<ItemType>(),
    eventDay: text('event_day'),
    author: text('author'),
    phone: text('phone'),
    signer: text('signer'),
    unclassifiedAt: instant('unclassified_at'),
    /** Of a duplicate: the item that it repeats. Of one not used: only the reason. */
    duplicateOf: text('duplicate_of'),
    /** Its words lie apart, and nobody writes on it (db/schema/isolations). */
    isolatedAt: instant('isolated_at'),
    notUsed: flag('not_used').notNull().default(false),
    reasonId: text('reason_id'),
    reason: text('reason'),
    state: text('state').$type<ItemState>().notNull(),
    /** The state, and of a received one its verdict: kept by triggers, so that no list or count looks at adoptions. */
    standing: text('standing').$type<DeskStanding>().notNull().default(sql`''`),
    version: whole('version').notNull(),
    submittedAt: instant('submitted_at'),
    quarter: text('quarter').$type<Quarter>(),
    /** While it waits for its number and has no quarter: how far the clock stood off when it arrived (lib/domain/time/clock). */
    clockDrift: whole('clock_drift'),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'restrict' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('items_ref').on(t.ref),
    index('items_count').on(t.quarter, t.state, t.unitId),
    index('items_newest').on(t.state, t.submittedAt, t.id),
    index('items_standing').on(t.standing, t.submittedAt, t.id, t.unitId, t.type),
    index('items_submitted').on(t.submittedAt, t.id),
    index('items_unit').on(t.unitId, t.state, t.submittedAt, t.id),
    index('items_own').on(t.unitId, t.updatedAt, t.id),
    index('items_unnumbered').on(t.submittedAt, t.id).where(UNNUMBERED),
    index('items_title').on(t.unitId, t.title),
  ],
)

/** What happened to an item, in the words its people read. */
export const itemEvents = table(
  'item_events',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    verb: text('verb').$type<EventVerb>().notNull(),
    at: instant('at').notNull(),
    by: text('by').references(() => users.id, { onDelete: 'restrict' }),
    reason: text('reason'),
    version: whole('version').notNull(),
  },
  (t) => [index('item_events_item').on(t.itemId, t.at)],
)

/** An item as it was at each submission, all of it: what a unit sent is never overwritten. */
export const itemVersions = table(
  'item_versions',
  {
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    version: whole('version').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    type: text('type').$type<ItemType>(),
    eventDay: text('event_day'),
    author: text('author'),
    phone: text('phone'),
    signer: text('signer'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.version] })],
)

/** 批示: what a leader wrote on an item. It scores as the rules say, once a level. */
export const instructions = table(
  'instructions',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    level: text('level').$type<InstructionLevel>().notNull(),
    givenOn: text('given_on').notNull(),
    /** In which it scores: that of its day, or the open one when that was issued. */
    quarter: text('quarter').$type<Quarter>().notNull().default(sql`''`),
    words: text('words').notNull(),
    feedbackDue: text('feedback_due'),
    feedback: text('feedback'),
    feedbackOn: text('feedback_on'),
    recordedBy: text('recorded_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    recordedAt: instant('recorded_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokedBy: text('revoked_by').references(() => users.id, { onDelete: 'restrict' }),
    reason: text('reason'),
  },
  (t) => [index('instructions_item').on(t.itemId), index('instructions_count').on(t.quarter, t.itemId)],
)
