import { type Fraction, formatPoints, minus } from '../base/exact'
import type { Rules } from '../rules/book'
import { type Adopted, pointLinesOf, totalOf } from '../rules/lines'
import { type AdoptionFacts, adoptionInWords } from './adoption'
import { type Kind, kindName } from './kinds'

/** By how much one more adoption of an item raises what its unit has of the item in a quarter, by the rules that hold there. */
export function scoredBy(added: Adopted, before: readonly Adopted[], rules: Rules): Fraction {
  const units = new Set([added.unitId])
  const points = (adoptions: readonly Adopted[]) =>
    totalOf(pointLinesOf({ adoptions }, units, rules).get(added.unitId) ?? [])
  return minus(points([...before, added]), points(before))
}

/** What is asked before an item is recorded once more as adopted in a kind that it was adopted in already. */
export function againInWords(there: readonly AdoptionFacts[], more: Fraction): string {
  return `已有${there.map(adoptionInWords).join('；')}，再登记一次？${moreInWords(more)}`
}

/** What one more record comes to. */
export function moreInWords(more: Fraction): string {
  if (more.n === 0) return '按计分办法不另计分。'
  return `报送单位${more.n > 0 ? '另计' : '少计'} ${formatPoints(more).replace('−', '')} 分。`
}

/** What is asked before an adoption is recorded that the rules don't value for the unit's category. */
export function unvaluedInWords(kind: Kind, category: string): string {
  return `计分办法没有为${category}设定“${kindName(kind)}”的分值，登记后计 0 分。`
}

/** What is said of an issued notice before an adoption is revoked that it counts. */
export function countedInWords(adoption: AdoptionFacts, notice: { number: string }, points: Fraction | null): string {
  const scored = points === null ? '' : `，计 ${formatPoints(points)} 分`
  return `已印发的通报（${notice.number}）计入了这条采用：${adoptionInWords(adoption)}${scored}。通报不会改变；撤销后排名与通报不一致，需要时请起草更正。`
}

/** How many refusals are told one by one. */
const TOLD = 3

/** What could not be recorded of many: mostly it is the same for all, and a line of the desk is no place for a list of it. */
export function refusedInWords(refused: readonly { title: string; reason: string }[]): string[] {
  const all = refused.map(({ title, reason }) => `《${title}》：${reason}`)
  return all.length > TOLD ? [...all.slice(0, TOLD), `……共 ${all.length} 项。`] : all
}
