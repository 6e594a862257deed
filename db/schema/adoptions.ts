import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { Quarter } from '@/lib/domain/time/quarter'
import { index, instant, primaryKey, table, text, whole } from '../columns'
import { items } from './items'
import { units } from './office'
import { users } from './people'

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
    kind: text('kind').$type<Kind>().notNull(),
    adoptedOn: text('adopted_on').notNull(),
    quarter: text('quarter').$type<Quarter>().notNull(),
    publication: text('publication'),
    issueNo: text('issue_no'),
    evidence: text('evidence'),
    sharers: whole('sharers').notNull().default(1),
    textId: text('text_id'),
    recordedBy: text('recorded_by').references(() => users.id, { onDelete: 'restrict' }),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    index('adoptions_item').on(t.itemId),
    index('adoptions_count').on(t.quarter, t.kind, t.itemId),
    index('adoptions_day').on(t.adoptedOn),
    index('adoptions_kind').on(t.kind, t.itemId),
    index('adoptions_publication').on(t.publication, t.itemId),
  ],
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

/** A grade that a junior proposes: it scores nothing and no unit sees it until a senior releases it. */
export const gradeProposals = table(
  'grade_proposals',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    kind: text('kind').$type<Kind>().notNull(),
    adoptedOn: text('adopted_on').notNull(),
    publication: text('publication'),
    issueNo: text('issue_no'),
    evidence: text('evidence'),
    state: text('state').$type<'waiting' | 'released' | 'dropped'>().notNull(),
    proposedBy: text('proposed_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: text('decided_by').references(() => users.id, { onDelete: 'restrict' }),
    decidedAt: instant('decided_at'),
    adoptionId: text('adoption_id'),
  },
  (t) => [
    index('grade_proposals_item').on(t.itemId, t.state),
    index('grade_proposals_state').on(t.state, t.proposedAt),
  ],
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
