import { z } from 'zod'
import { CATEGORIES, categoryName, kindName } from '@/lib/domain/adoptions/kinds'
import { parseCenti } from '@/lib/domain/base/exact'
import { RULE_KINDS } from '@/lib/domain/rules/book'
import type { RuleChange } from '@/lib/domain/rules/simulation'
import { isQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { typed } from './fields'

/** Every rule of a simulation with the name of its field, "department.district_full". */
export const RULE_FIELDS = CATEGORIES.flatMap((category) =>
  RULE_KINDS.map((kind) => ({
    category,
    kind,
    field: `${category}.${kind}`,
    label: kind === 'submission' ? '报送满分' : kindName(kind),
  })),
)

/** A field left empty changes nothing. */
const shape = Object.fromEntries(
  RULE_FIELDS.map(({ field, category, label }) => [
    field,
    z
      .string()
      .trim()
      .refine((s) => s === '' || parseCenti(s) !== null, {
        error: ({ input }) =>
          `${categoryName(category)}“${label}”的分值“${String(input).slice(0, 20)}”无效，须是 0 以上的数字，最多两位小数。`,
      })
      .optional(),
  ]),
)

const quarter = z.string().transform((s, context): Quarter => {
  if (isQuarter(s)) return s
  context.addIssue({ code: 'custom', message: '季度无效，请重新选择。' })
  return z.NEVER
})

/** The points of a simulation, as its form and its address carry them. */
export const changesSchema = z.object(shape).transform((fields) =>
  RULE_FIELDS.flatMap(({ field, category, kind }): RuleChange[] => {
    const points = parseCenti(fields[field] ?? '')
    return points === null ? [] : [{ category, kind, points }]
  }),
)

/** A simulation to be saved. */
export const simulationSchema = z
  .looseObject({ quarter, name: typed('名称', { max: 40 }) })
  .transform((fields, context) => {
    const changes = changesSchema.safeParse(fields)
    for (const { path, message } of changes.error?.issues ?? []) context.addIssue({ code: 'custom', path, message })
    return { quarter: fields.quarter, name: fields.name, changes: changes.data ?? [] }
  })

export type SimulationInput = z.output<typeof simulationSchema>
