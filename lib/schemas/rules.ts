import { z } from 'zod'
import { kindName } from '@/lib/domain/adoptions/kinds'
import { type Centi, parseCenti } from '@/lib/domain/base/exact'
import { NAME_MAX } from '@/lib/domain/editions/publication'
import { type Category, type CategoryRow, categoriesInWords, isCategoryKey } from '@/lib/domain/office/category'
import { publicationKind } from '@/lib/domain/rules/adoption'
import { ENDED, isRuleKind, RULE_KINDS, type RuleKind, type RuleRow } from '@/lib/domain/rules/book'
import type { RuleChange } from '@/lib/domain/rules/simulation'
import { type Writable, writable } from '@/lib/domain/rules/writable'
import { isQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { quarter, typed, yes } from './base'

/** One line of the rule book, to be written for one category, or for all: null. */
export type RuleInput = {
  category: Category | null
  validFrom: Quarter
  kind: RuleKind
  points: Centi
  choice: string | null
  source: string | null
}

/** Stands for all categories; it can be the key of none. */
const ALL = '*'

/** For whom a line may be written: all together, where there are several, and each alone. */
export function ruleFor(categories: readonly CategoryRow[]): { value: string; name: string }[] {
  const each = categories.map(({ key, name }) => ({ value: key, name }))
  const all = { value: ALL, name: categoriesInWords(each.map(({ name }) => name)) }
  return each.length > 1 ? [all, ...each] : each
}

const line = z.string({ error: '请选择规定的内容。' }).transform((s, context): Writable => {
  const found = writable(s)
  if (found) return found
  context.addIssue({ code: 'custom', message: '请选择规定的内容。' })
  return z.NEVER
})

export const ruleSchema = z
  .object({
    for: z
      .string({ error: '请选择适用于哪类单位。' })
      .refine((s) => s === ALL || isCategoryKey(s), '请选择适用于哪类单位。'),
    validFrom: quarter('请选择从哪个季度起执行。'),
    line,
    publication: typed('刊物名称', { max: NAME_MAX, required: false }).default(''),
    points: z.string().trim().default(''),
    source: typed('依据文件', { max: 200, required: false }).default(''),
    ended: yes,
  })
  .transform(({ line, publication, points, source, ended, ...input }, context): RuleInput => {
    const faults = faultsOf(line, { publication, points, ended: ended === 'yes' })
    for (const [path, message] of Object.entries(faults)) context.addIssue({ code: 'custom', path: [path], message })
    return {
      category: input.for === ALL ? null : input.for,
      validFrom: input.validFrom,
      kind: line.kind ?? publicationKind(publication),
      points: ended === 'yes' ? 0 : (parseCenti(points) ?? 0),
      choice: ended === 'yes' ? ENDED : line.choice,
      source: source || null,
    }
  })

type Beside = { publication: string; points: string; ended: boolean }

/** What does not go with the line that was chosen, by field. */
function faultsOf({ kind, name, points: scores, ends }: Writable, { publication, points, ended }: Beside) {
  const faults: Record<string, string> = {}
  if (kind === null && publication === '') faults.publication = '请填写刊物名称。'
  else if (kind === null && !isRuleKind(publicationKind(publication))) faults.publication = '刊物名称无效。'
  if (kind !== null && publication !== '') faults.publication = '只有规定刊物采用计分时才填写刊物名称，请清空。'
  if (ended && !ends) faults.ended = `“${name}”不能停用；需要改变的，请写明新的规定。`
  if (ended && points !== '') faults.points = '停用的不用填写分值，请清空。'
  if (!ended && scores && points === '') faults.points = '请填写分值。'
  else if (!ended && scores && parseCenti(points) === null)
    faults.points = '分值须是 0 至 10000000 的数字，最多两位小数。'
  if (!ended && !scores && points !== '') faults.points = '这一项不用填写分值，请清空。'
  return faults
}

const GONE = '请选择要撤去的一项。'

/** What a form calls a line that stands in the book: category, quarter, and what it speaks of. */
export function ruleKey({ category, validFrom, kind }: Pick<RuleRow, 'category' | 'validFrom' | 'kind'>): string {
  return `${category} ${validFrom} ${kind}`
}

/** A line of the book that is to be taken away. */
export const dropRuleSchema = z.object({
  written: z.string({ error: GONE }).transform((s, context): Pick<RuleRow, 'category' | 'validFrom' | 'kind'> => {
    const [, category, validFrom, kind] = /^(\S+) (\S+) (.+)$/.exec(s) ?? []
    if (isCategoryKey(category) && validFrom && isQuarter(validFrom) && kind && isRuleKind(kind))
      return { category, validFrom, kind }
    context.addIssue({ code: 'custom', message: GONE })
    return z.NEVER
  }),
})

export const dropLevelSchema = z.object({ level: z.string({ error: GONE }).min(1, GONE).max(20, GONE) })

/** A level of adoption of the office's own. `formed`: adopted as 信息 or as 简讯. */
export const levelSchema = z.object({
  short: typed('级别名称', { max: 6 }),
  formed: z.enum(['yes', 'no'], { error: '请选择是否分信息和简讯。' }).transform((formed) => formed === 'yes'),
})

/** Every rule of a simulation with the name of its field, "department.district_full". */
export function ruleFields(categories: readonly CategoryRow[]) {
  return categories.flatMap((category) =>
    RULE_KINDS.map((kind) => ({
      category,
      kind,
      field: `${category.key}.${kind}`,
      label: kind === 'submission' ? '报送满分' : kindName(kind),
    })),
  )
}

/** The points of a simulation, as its form and its address carry them. A field left empty changes nothing. */
export function changesSchema(categories: readonly CategoryRow[]) {
  const fields = ruleFields(categories)
  const shape = Object.fromEntries(
    fields.map(({ field, category: { name }, label }) => [
      field,
      z
        .string()
        .trim()
        .refine((s) => s === '' || parseCenti(s) !== null, {
          error: ({ input }) =>
            `${name}“${label}”的分值“${String(input).slice(0, 20)}”无效，须是 0 以上的数字，最多两位小数。`,
        })
        .optional(),
    ]),
  )
  return z.object(shape).transform((typed) =>
    fields.flatMap(({ field, category: { key }, kind }): RuleChange[] => {
      const points = parseCenti(typed[field] ?? '')
      return points === null ? [] : [{ category: key, kind, points }]
    }),
  )
}

/** A simulation to be saved; what was typed is read by `changesSchema`, once it is known which categories there are. */
export const simulationSchema = z
  .looseObject({ quarter: quarter('季度无效，请重新选择。'), name: typed('名称', { max: 40 }) })
  .transform(({ quarter, name, ...typed }) => ({ quarter, name, typed }))

export type DropRuleInput = z.output<typeof dropRuleSchema>
export type DropLevelInput = z.output<typeof dropLevelSchema>
export type LevelInput = z.output<typeof levelSchema>
export type SimulationInput = z.output<typeof simulationSchema>
