'use server'
import { action } from '@/lib/action/action'
import * as rules from '@/lib/data/rules/rules'
import { ruleInWords } from '@/lib/domain/rules/row-words'
import { quarterName } from '@/lib/domain/time/quarter'
import { levelSchema, ruleSchema } from '@/lib/schemas/rules'

export const writeRule = action('rule.write', ruleSchema, async (viewer, input, arrival) => {
  const { changed, names } = await rules.writeRule(viewer, input, arrival)
  if (changed === 0) return { message: '与现有的规定相同，没有改动。' }
  return {
    message: `已写入，自${quarterName(input.validFrom)}起执行。${names.join('、')}：${ruleInWords(input.kind, input)}。`,
  }
})

export const addLevel = action('level.add', levelSchema, async (viewer, input, arrival) => {
  const { level } = await rules.addLevel(viewer, input, arrival)
  return { message: `已增加“${level}”。请在“新的规定”中为它设定分值。` }
})
