import { type Centi, formatCenti } from '../base/exact'
import { INSTRUCTION_LEVELS, type InstructionLevel } from '../items/instruction'
import { chosen, INSTRUCTION_KINDS, type InstructionKind, type PublicationKind, type Rules } from './book'
import { dividesInstructions } from './instruction'
import { JOINT } from './joint'
import { RANK_ADOPTION, RANK_SUBMISSION, TIES } from './order'
import { REPEATED } from './repeated'

/** Lines that choose between ways of counting, with what each choice means; the first is the usual one. */
export const CHOICES = {
  repeated: REPEATED,
  joint: JOINT,
  rank_submission: RANK_SUBMISSION,
  rank_adoption: RANK_ADOPTION,
  ties: TIES,
} as const
export type ChoiceKind = keyof typeof CHOICES

/** What a line that chooses says; of its fixed points too. */
export function choiceInWords(kind: ChoiceKind, rules: Rules): string {
  const choices = CHOICES[kind] as Readonly<Record<string, string>>
  const choice = chosen(rules, kind, Object.keys(choices))
  const points = kind === 'joint' && choice === 'fixed' ? ` ${formatCenti(rules.get(kind)?.points ?? 0)} 分` : ''
  return `${choices[choice] ?? ''}${points}`
}

/** "《每日要情》" of a publication's line. */
export function publicationName(kind: PublicationKind): string {
  return `《${kind.slice('publication:'.length)}》`
}

/** What a publication's line says, without its stop. */
export function publicationInWords(kind: PublicationKind, points: Centi): string {
  return `${publicationName(kind)}采用的计 ${formatCenti(points)} 分/条`
}

/** Points of publications, as sentences without their stop. */
export function publicationsInWords(rules: Rules): string[] {
  return publicationsIn(rules)
    .map((kind) => publicationInWords(kind, rules.get(kind)?.points ?? 0))
    .sort()
}

/** The publications that have a line of their own. */
export function publicationsIn(rules: Rules): PublicationKind[] {
  return [...rules.keys()].filter((kind): kind is PublicationKind => kind.startsWith('publication:')).sort()
}

/** The level of instructions that a line speaks of. */
export function levelOfInstruction(kind: InstructionKind): InstructionLevel {
  return kind.slice('instruction_'.length) as InstructionLevel
}

/** "市级领导批示". */
export function instructionName(kind: InstructionKind): string {
  return INSTRUCTION_LEVELS[levelOfInstruction(kind)]
}

/** What the line of a level of instructions says, without its stop. */
export function instructionSentence(kind: InstructionKind, points: Centi): string {
  const name = instructionName(kind)
  return points > 0 ? `${name}的加 ${formatCenti(points)} 分，同一信息同一级只加一次` : `${name}不加分`
}

/** Points of instructions, as sentences without their stop, and what becomes of them where several units share an item. */
export function instructionsInWords(rules: Rules): string[] {
  const said = INSTRUCTION_KINDS.flatMap((kind) => {
    const points = rules.get(kind)?.points ?? 0
    return points > 0 ? [instructionSentence(kind, points)] : []
  })
  return said.length > 0 ? [...said, jointInstructionsInWords(rules)] : []
}

/** Who gets what an instruction on a joint item adds, without its stop. */
export function jointInstructionsInWords(rules: Rules): string {
  return `合报信息的批示加分，${dividesInstructions(rules) ? '由各合报单位平分' : '各合报单位均计全部'}`
}

/** What an unanswered commission costs, as a sentence without its stop; null where it costs nothing. */
export function unansweredInWords(rules: Rules): string | null {
  const points = rules.get('unanswered')?.points ?? 0
  return points > 0 ? `约稿到结束时仍未回复的，每次扣 ${formatCenti(points)} 分，扣完为止` : null
}

const OF_TABLE: Record<'submission' | 'adoption', readonly ChoiceKind[]> = {
  submission: ['rank_submission', 'ties'],
  adoption: ['repeated', 'joint', 'rank_adoption', 'ties'],
}

/** What scores besides the kinds of adoption, in sentences without their stop: publications and instructions. */
export function otherScores(rules: Rules): string[] {
  return [...publicationsInWords(rules), ...instructionsInWords(rules)]
}

/** Where a table is counted otherwise than usual, in whole sentences: what stands in its legend after the points. */
export function departures(rules: Rules, table: 'submission' | 'adoption'): string[] {
  const points = table === 'adoption' ? [...otherScores(rules), unansweredInWords(rules)] : []
  const choices = OF_TABLE[table].map((kind) => {
    const usual = Object.keys(CHOICES[kind])[0]
    return chosen(rules, kind, Object.keys(CHOICES[kind])) === usual ? null : choiceInWords(kind, rules)
  })
  return [...points, ...choices].flatMap((words) => (words === null ? [] : [`${words}。`]))
}
