import { flag, primaryKey, table, text, uniqueIndex, whole } from '../columns'

/** The register of units; `position` is the official order. */
export const units = table(
  'units',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    category: text('category').$type<'department' | 'town'>().notNull(),
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

/**
 * 采用级别: from the lowest to the highest. `formed`: adopted as 信息 or as 简讯; `upper`: by an authority above the
 * district.
 */
export const levels = table('levels', {
  level: text('level').primaryKey(),
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
    category: text('category').$type<'department' | 'town'>().notNull(),
    validFrom: text('valid_from').notNull(),
    kind: text('kind').notNull(),
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
