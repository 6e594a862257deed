import { chineseDate, type Quarter, quarterName, quarterOfDay } from '../time/quarter'
import { type Kind, kindName } from './kinds'

/** An adoption as people read it. `quarter` is the one it scores in. */
export type AdoptionFacts = {
  kind: Kind
  adoptedOn: string
  quarter: Quarter
  publication: string | null
  issueNo: string | null
}

/** True for 补录: learnt after the quarter of its day was issued, so it scores in a later one. */
export function isLate({ adoptedOn, quarter }: Pick<AdoptionFacts, 'adoptedOn' | 'quarter'>): boolean {
  return quarterOfDay(adoptedOn) !== quarter
}

/** "区级采用·信息，2020年9月28日，《雁江信息》第12期", and for 补录 the quarter in which it scores. */
export function adoptionInWords(adoption: AdoptionFacts): string {
  const { kind, adoptedOn, quarter } = adoption
  const source = sourceInWords(adoption)
  const late = isLate(adoption) ? `补录，计入${quarterName(quarter)}` : ''
  return [kindName(kind), chineseDate(adoptedOn), source, late].filter(Boolean).join('，')
}

/** "《雁江信息》第12期": where it was printed, as far as that is known. */
export function sourceInWords({ publication, issueNo }: Pick<AdoptionFacts, 'publication' | 'issueNo'>): string {
  return `${titled(publication ?? '')}${issueNo ? issueInWords(issueNo) : ''}`
}

/** A publication's name in title marks, unless it was typed with them. */
function titled(name: string): string {
  return name === '' || name.includes('《') ? name : `《${name}》`
}

/** A bare number is an issue; whoever typed more than that meant what they typed. */
function issueInWords(issueNo: string): string {
  return /^\d+$/.test(issueNo) ? `第${issueNo}期` : issueNo
}
