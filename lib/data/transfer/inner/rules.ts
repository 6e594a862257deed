import 'server-only'
import { and, eq } from 'drizzle-orm'
import { rules } from '@/db/schema'
import { formatCenti } from '@/lib/domain/base/exact'
import { categoryPlace } from '@/lib/domain/office/category'
import { isRuleKind, RULE_KINDS } from '@/lib/domain/rules/book'
import { categoriesNow } from '../../office/inner/categories'
import { addLevelsOf } from '../../rules/inner/levels'
import { categoryCell, knownCell, mayLack, optionalCell, pointsCell, quarterCell } from './cells'
import { byText, firstOfEach, insertAll, small } from './format'

const keyOf = (row: { category: string; validFrom: string; kind: string }) =>
  `${row.category} ${row.validFrom} ${row.kind}`

/** 计分办法. */
export const rulesFormat = small({
  file: 'rules.csv',
  columns: {
    category: categoryCell('类别'),
    valid_from: quarterCell('生效季度'),
    kind: knownCell('采用类别', isRuleKind, RULE_KINDS),
    points: pointsCell('分值', 0),
    source: optionalCell('依据', 200),
    choice: mayLack(optionalCell('计法', 20)),
  },

  async plan(lines, { tx, categories, say }) {
    for (const { line, row } of lines) categories.check(row.category, (why) => say(line, '类别', why))
    const rows = firstOfEach(
      lines.map(({ line, row: { valid_from, ...rest } }) => ({ line, row: { ...rest, validFrom: valid_from } })),
      keyOf,
      '计分办法',
      say,
    ).map(({ row }) => row)
    const before = new Map((await tx.select().from(rules)).map((row) => [keyOf(row), row]))
    const added = rows.filter((row) => !before.has(keyOf(row)))
    const updated = rows.filter((row) => {
      const old = before.get(keyOf(row))
      return old && (old.points !== row.points || old.source !== row.source || old.choice !== row.choice)
    })
    const changed = added.length + updated.length
    return {
      changed,
      unchanged: rows.length - changed,
      figures: new Set(changed ? ['all' as const] : []),
      async write(tx) {
        await addLevelsOf(
          tx,
          rows.map(({ kind }) => kind),
        )
        await insertAll(tx, rules, added)
        for (const { category, validFrom, kind, points, choice, source } of updated) {
          const key = and(eq(rules.category, category), eq(rules.validFrom, validFrom), eq(rules.kind, kind))
          await tx.update(rules).set({ points, choice, source }).where(key)
        }
      },
    }
  },

  async rows(tx) {
    // The usual kinds come first, in their own order.
    const usual = (kind: string) => (RULE_KINDS as readonly string[]).indexOf(kind) + 1 || RULE_KINDS.length + 1
    const categories = await categoriesNow(tx)
    const rows = await tx.select().from(rules)
    rows.sort(
      (a, b) =>
        byText(a.validFrom, b.validFrom) ||
        categoryPlace(categories, a.category) - categoryPlace(categories, b.category) ||
        usual(a.kind) - usual(b.kind) ||
        byText(a.kind, b.kind),
    )
    return rows.map(({ category, validFrom, kind, points, choice, source }) => ({
      category,
      valid_from: validFrom,
      kind,
      points: formatCenti(points),
      source: source ?? '',
      choice: choice ?? '',
    }))
  },
})
