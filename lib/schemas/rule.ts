import { z } from 'zod'
import { CATEGORIES, type Category } from '@/lib/domain/adoptions/kinds'
import { type Centi, parseCenti } from '@/lib/domain/base/exact'
import { NAME_MAX } from '@/lib/domain/editions/publication'
import { publicationKind } from '@/lib/domain/rules/adoption'
import { ENDED, isRuleKind, type RuleKind } from '@/lib/domain/rules/book'
import { type Writable, writable } from '@/lib/domain/rules/writable'
import { isQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { typed } from './fields'

/** One line of the rule book, to be written for one category or for both. */
export type RuleInput = {
  categories: readonly Category[]
  validFrom: Quarter
  kind: RuleKind
  points: Centi
  choice: string | null
  source: string | null
}

/** For whom a line may be written. */
export const RULE_FOR = { both: '部门和镇街', department: '部门', town: '镇街' } as const
const RULE_FOR_KEYS = Object.keys(RULE_FOR) as (keyof typeof RULE_FOR)[]

const line = z.string({ error: '请选择规定的内容。' }).transform((s, context): Writable => {
  const found = writable(s)
  if (found) return found
  context.addIssue({ code: 'custom', message: '请选择规定的内容。' })
  return z.NEVER
})

const validFrom = z.string({ error: '请选择从哪个季度起执行。' }).transform((s, context): Quarter => {
  if (isQuarter(s)) return s
  context.addIssue({ code: 'custom', message: '请选择从哪个季度起执行。' })
  return z.NEVER
})

export const ruleSchema = z
  .object({
    for: z.enum(RULE_FOR_KEYS, { error: '请选择适用于部门还是镇街。' }),
    validFrom,
    line,
    publication: typed('刊物名称', { max: NAME_MAX, required: false, classifiable: true }).default(''),
    points: z.string().trim().default(''),
    source: typed('依据文件', { max: 200, required: false, classifiable: true }).default(''),
    ended: z.union([z.literal('yes'), z.literal('')]).default(''),
  })
  .transform(({ line, publication, points, source, ended, ...input }, context): RuleInput => {
    const faults = faultsOf(line, { publication, points, ended: ended === 'yes' })
    for (const [path, message] of Object.entries(faults)) context.addIssue({ code: 'custom', path: [path], message })
    return {
      categories: input.for === 'both' ? CATEGORIES : [input.for],
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

/** A level of adoption of the office's own. `formed`: adopted as 信息 or as 简讯. */
export const levelSchema = z.object({
  short: typed('级别名称', { max: 6 }),
  formed: z.enum(['yes', 'no'], { error: '请选择是否分信息和简讯。' }).transform((formed) => formed === 'yes'),
})

export type LevelInput = z.output<typeof levelSchema>
