import type { Quarter } from '@/lib/domain/time/quarter'
import { index, instant, primaryKey, table, text } from '../columns'
import { items } from './items'
import { units } from './office'
import { users } from './people'

/** 报送重点: the topics of a week (its Monday), for all units. */
export const focuses = table('focuses', {
  week: text('week').primaryKey(),
  words: text('words').notNull(),
  writtenBy: text('written_by')
    .notNull()
    .references(() => users.id, { onDelete: 'restrict' }),
  writtenAt: instant('written_at').notNull(),
})

/** 约稿: a topic asked of named units, with a deadline. */
export const commissions = table(
  'commissions',
  {
    id: text('id').primaryKey(),
    topic: text('topic').notNull(),
    words: text('words').notNull(),
    deadline: instant('deadline').notNull(),
    askedBy: text('asked_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    askedAt: instant('asked_at').notNull(),
    closedAt: instant('closed_at'),
    /** In which those who have not answered are counted: that of the day it was ended, or the open one. */
    quarter: text('quarter').$type<Quarter>(),
  },
  (t) => [
    index('commissions_deadline').on(t.deadline),
    index('commissions_count').on(t.quarter),
    index('commissions_newest').on(t.askedAt, t.id),
  ],
)

/** Whom a commission asks, and with which item the unit answered. */
export const commissionUnits = table(
  'commission_units',
  {
    commissionId: text('commission_id')
      .notNull()
      .references(() => commissions.id, { onDelete: 'restrict' }),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
    itemId: text('item_id').references(() => items.id, { onDelete: 'restrict' }),
    answeredAt: instant('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.commissionId, t.unitId] }), index('commission_units_unit').on(t.unitId)],
)
