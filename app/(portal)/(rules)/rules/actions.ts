'use server'
import { action } from '@/lib/action/action'
import * as dropping from '@/lib/data/rules/dropping'
import * as levels from '@/lib/data/rules/levels'
import * as rules from '@/lib/data/rules/rules'
import { ruleInWords } from '@/lib/domain/rules/row-words'
import { quarterName } from '@/lib/domain/time/quarter'
import { dropLevelSchema, dropRuleSchema, levelSchema, ruleSchema } from '@/lib/schemas/rules'

export const writeRule = action('rule.write', ruleSchema, async (viewer, input, arrival) => {
  const { changed, names } = await rules.writeRule(viewer, input, arrival)
  // The next line is often of the same document and quarter.
  const data = { validFrom: input.validFrom, source: input.source ?? '' }
  if (changed === 0) return { message: '与现有的规定相同，没有改动。', data }
  const message = `已写入，自${quarterName(input.validFrom)}起执行。${names.join('、')}：${ruleInWords(input.kind, input)}。`
  return { message, data }
})

export const dropRule = action('rule.drop', dropRuleSchema, async (viewer, input, arrival) => {
  const { validFrom, kind, ...line } = await dropping.dropRule(viewer, input, arrival)
  return { message: `已撤去自${quarterName(validFrom)}起的规定：${ruleInWords(kind, line)}。此前有规定的，继续执行。` }
})

export const addLevel = action('level.add', levelSchema, async (viewer, input, arrival) => {
  const { level } = await levels.addLevel(viewer, input, arrival)
  return { message: `已增加“${level}”。请在“新的规定”中为它设定分值。` }
})

export const dropLevel = action('level.drop', dropLevelSchema, async (viewer, input, arrival) => {
  const { level } = await dropping.dropLevel(viewer, input, arrival)
  return { message: `已撤去“${level}”。` }
})
