import type { Level } from '@/lib/domain/adoptions/kinds'
import type { Category } from '@/lib/domain/office/category'
import type { RuleKind } from '@/lib/domain/rules/book'
import type { Quarter } from '@/lib/domain/time/quarter'
import { flag, index, instant, primaryKey, table, text, whole } from '../columns'
import { units } from './office'
import { users } from './people'

/**
 * 采用级别: from the lowest to the highest. `formed`: adopted as 信息 or as 简讯; `upper`: by an authority above the
 * district.
 */
export const levels = table('levels', {
  level: text('level').$type<Level>().primaryKey(),
  formed: flag('formed').notNull(),
  upper: flag('upper').notNull(),
  position: whole('position').notNull(),
})

/**
 * 计分办法: one line of the rule book (lib/domain/rules), per category, from a quarter on. Points in hundredths, where
 * the line has any; `choice` where it decides between ways of counting.
 */
export const rules = table(
  'rules',
  {
    category: text('category').$type<Category>().notNull(),
    validFrom: text('valid_from').$type<Quarter>().notNull(),
    kind: text('kind').$type<RuleKind>().notNull(),
    points: whole('points').notNull(),
    choice: text('choice'),
    source: text('source'),
  },
  (t) => [primaryKey({ columns: [t.category, t.validFrom, t.kind] })],
)

/** 报送任务 (items a quarter) and 年度任务 (hundredths of points a year). */
export const targets = table(
  'targets',
  {
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
    year: whole('year').notNull(),
    quarterlyItems: whole('quarterly_items').notNull(),
    annualPoints: whole('annual_points').notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.year] })],
)

/** 试算: the rules of a quarter as they might be; nothing else in the portal reads them. `rules` is JSON. */
export const simulations = table(
  'simulations',
  {
    id: text('id').primaryKey(),
    quarter: text('quarter').$type<Quarter>().notNull(),
    name: text('name').notNull(),
    rules: text('rules').notNull(),
    madeBy: text('made_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [index('simulations_quarter').on(t.quarter, t.madeAt)],
)
