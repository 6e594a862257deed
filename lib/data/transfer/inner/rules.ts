import 'server-only'
import { rules } from '@/db/schema'
import { isKind } from '@/lib/domain/adoptions/kinds'
import { formatCenti } from '@/lib/domain/base/exact'
import { categoryPlace } from '@/lib/domain/office/category'
import { isRuleKind, RULE_KINDS } from '@/lib/domain/rules/book'
import { contradictionFrom } from '@/lib/domain/rules/contradictions'
import { isInstruction } from '@/lib/domain/rules/row-words'
import { choicesFor } from '@/lib/domain/rules/writable'
import { settledFault } from '../../notices/inner/open-quarter'
import { categoriesNow } from '../../office/inner/categories'
import { addLevelsOf } from '../../rules/inner/levels'
import { keyOfRule, ruleRows } from '../../rules/inner/lines'
import { widelySharedFault } from '../../rules/inner/sharing'
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

  async plan(lines, { tx, categories, rules: book, levels, say }) {
    for (const { line, row } of lines) {
      categories.check(row.category, (why) => say(line, '类别', why))
      if (isKind(row.kind)) levels.check(row.kind, (why) => say(line, '采用类别', why))
      const choices = choicesFor(row.kind)
      if (row.choice !== null && !choices.includes(row.choice))
        say(
          line,
          '计法',
          `没有“${row.choice}”，${choices.length > 0 ? `可用 ${choices.join('、')}，或者空着` : '应当空着'}。`,
        )
    }
    const placed = firstOfEach(
      lines.map(({ line, row: { valid_from, ...rest } }) => ({ line, row: { ...rest, validFrom: valid_from } })),
      keyOf,
      '计分办法',
      say,
    )
    const before = new Map((await ruleRows(tx)).map((row) => [keyOf(row), row]))
    const changes = placed.filter(({ row }) => {
      const old = before.get(keyOf(row))
      return !old || old.points !== row.points || old.source !== row.source || (old.choice ?? null) !== row.choice
    })
    for (const { line, row } of changes) {
      const settled = await settledFault(tx, row.validFrom)
      if (settled !== null) say(line, '生效季度', settled)
    }
    const rows = placed.map(({ row }) => row)
    book.replace([...new Map([...before, ...rows.map((row) => [keyOf(row), row] as const)]).values()])
    for (const { line, row } of changes) {
      const { category, validFrom: from, kind } = row
      const against = contradictionFrom(book.rows(), { category, from, kinds: [kind] })
      if (against) say(line, '分值', against)
      if (kind !== 'joint' && !isInstruction(kind)) continue
      const shared = await widelySharedFault(tx, from, book.rows(), categories.rows())
      if (shared) say(line, '计法', shared)
    }
    const [added, updated] = [false, true].map((there) =>
      changes.flatMap(({ row }) => (before.has(keyOf(row)) === there ? [row] : [])),
    ) as [typeof rows, typeof rows]
    return {
      changed: added.length + updated.length,
      of: rows.length,
      async write(tx) {
        await addLevelsOf(
          tx,
          rows.map(({ kind }) => kind),
        )
        await insertAll(tx, rules, added)
        for (const { category, validFrom, kind, points, choice, source } of updated) {
          await tx.update(rules).set({ points, choice, source }).where(keyOfRule({ category, validFrom, kind }))
        }
      },
    }
  },

  async rows(tx) {
    // The usual kinds come first, in their own order.
    const usual = (kind: string) => (RULE_KINDS as readonly string[]).indexOf(kind) + 1 || RULE_KINDS.length + 1
    const categories = await categoriesNow(tx)
    const rows = await ruleRows(tx)
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
