import type { Quarter } from '@/lib/domain/time/quarter'
import { instant, primaryKey, table, text, whole } from '../columns'
import { units } from './office'

/** 历史数据: an old quarter that came in as figures only, with the paper they were taken from. */
export const pastQuarters = table('past_quarters', {
  quarter: text('quarter').$type<Quarter>().primaryKey(),
  source: text('source').notNull(),
  recordedAt: instant('recorded_at').notNull(),
})

/** A unit's figures in such a quarter; no items stand behind them. `counts` is JSON, by kind. */
export const pastFigures = table(
  'past_figures',
  {
    quarter: text('quarter')
      .$type<Quarter>()
      .notNull()
      .references(() => pastQuarters.quarter, { onDelete: 'restrict' }),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
    quarterlyItems: whole('quarterly_items'),
    items: whole('items').notNull(),
    annualPoints: whole('annual_points'),
    counts: text('counts').notNull(),
  },
  (t) => [primaryKey({ columns: [t.quarter, t.unitId] })],
)
