import { flag, index, instant, primaryKey, table, text, uniqueIndex, whole } from '../columns'
import { users } from './accounts'
import { units } from './units'

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
    type: text('type'),
    eventDay: text('event_day'),
    author: text('author'),
    phone: text('phone'),
    signer: text('signer'),
    unclassifiedAt: instant('unclassified_at'),
    /** Of a duplicate: the item that it repeats. Of one not used: only the reason. */
    duplicateOf: text('duplicate_of'),
    notUsed: flag('not_used').notNull().default(false),
    reasonId: text('reason_id'),
    reason: text('reason'),
    state: text('state').notNull(),
    version: whole('version').notNull(),
    submittedAt: instant('submitted_at'),
    quarter: text('quarter'),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'restrict' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('items_ref').on(t.ref),
    index('items_count').on(t.quarter, t.state, t.unitId),
    index('items_newest').on(t.state, t.submittedAt, t.id),
    index('items_submitted').on(t.submittedAt, t.id),
    index('items_unit').on(t.unitId, t.state, t.submittedAt, t.id),
    index('items_own').on(t.unitId, t.updatedAt, t.id),
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
    verb: text('verb').notNull(),
    at: instant('at').notNull(),
    by: text('by').references(() => users.id, { onDelete: 'restrict' }),
    reason: text('reason'),
    version: whole('version').notNull(),
  },
  (t) => [index('item_events_item').on(t.itemId, t.at)],
)

/** The text of an item as it was at each submission: what a unit sent is never overwritten. */
export const itemVersions = table(
  'item_versions',
  {
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    version: whole('version').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.version] })],
)

/**
 * 附件 of an item. A row is never deleted. `version` is the item's version that the file came with, `removedIn` the one
 * that it was taken out of; `warnings` are the words in it that ask for a second look, joined by 、.
 */
export const attachments = table(
  'attachments',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    size: whole('size').notNull(),
    type: text('type').notNull(),
    text: text('text'),
    warnings: text('warnings'),
    position: whole('position').notNull(),
    version: whole('version').notNull(),
    addedBy: text('added_by').references(() => users.id, { onDelete: 'restrict' }),
    addedAt: instant('added_at').notNull(),
    removedIn: whole('removed_in'),
    removedAt: instant('removed_at'),
  },
  (t) => [index('attachments_item').on(t.itemId, t.position)],
)

/** 合报: the units that share an item with the one that sent it. */
export const itemUnits = table(
  'item_units',
  {
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
    position: whole('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.unitId] })],
)

/**
 * 采用: a dated event on an item. It scores in `quarter`, the quarter of its day. `sharers` says among how many units it
 * is shared (1 where it is not), `textId` which 综合 the item was adopted in.
 */
export const adoptions = table(
  'adoptions',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    kind: text('kind').notNull(),
    adoptedOn: text('adopted_on').notNull(),
    quarter: text('quarter').notNull(),
    publication: text('publication'),
    issueNo: text('issue_no'),
    evidence: text('evidence'),
    sharers: whole('sharers').notNull().default(1),
    textId: text('text_id'),
    recordedBy: text('recorded_by').references(() => users.id, { onDelete: 'restrict' }),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [index('adoptions_item').on(t.itemId), index('adoptions_count').on(t.quarter, t.kind, t.itemId)],
)

/** Who else has a share in an adoption of a joint item, besides the unit that sent it. */
export const adoptionCredits = table(
  'adoption_credits',
  {
    adoptionId: text('adoption_id')
      .notNull()
      .references(() => adoptions.id, { onDelete: 'restrict' }),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
  },
  (t) => [primaryKey({ columns: [t.adoptionId, t.unitId] })],
)

/** An adoption is revoked by a record of its own, never deleted. */
export const adoptionRevocations = table('adoption_revocations', {
  adoptionId: text('adoption_id')
    .primaryKey()
    .references(() => adoptions.id, { onDelete: 'restrict' }),
  reason: text('reason').notNull(),
  revokedBy: text('revoked_by').references(() => users.id, { onDelete: 'restrict' }),
  revokedAt: instant('revoked_at').notNull(),
})
