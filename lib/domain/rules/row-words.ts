import { isKind, kindName } from '../adoptions/kinds'
import { formatCenti } from '../base/exact'
import {
  chosen,
  ENDED,
  INSTRUCTION_KINDS,
  type InstructionKind,
  type PublicationKind,
  type Rule,
  type RuleKind,
  type Rules,
} from './book'
import {
  CHOICES,
  type ChoiceKind,
  choiceInWords,
  instructionName,
  instructionSentence,
  publicationInWords,
  publicationName,
  unansweredInWords,
} from './sentences'
import { SUBMISSION, type Submission } from './submission'

/** Lines that are called by one name, whatever they say. */
const NAMES = {
  submission: '报送满分',
  submission_cap: '报送得分最高分',
  submission_floor: '报送得分最低分',
  unanswered: '约稿未回复扣分',
  repeated: '重复采用',
  joint: '合报和综合',
  rank_submission: '报送排名依据',
  rank_adoption: '采用排名依据',
  ties: '名次并列',
} as const

/** What a line of the rule book is called: "区级采用·信息计分", "《每日要情》采用计分", "市级领导批示加分". */
export function ruleName(kind: RuleKind): string {
  if (isKind(kind)) return `${kindName(kind)}计分`
  if (isPublication(kind)) return `${publicationName(kind)}采用计分`
  if (isInstruction(kind)) return `${instructionName(kind)}加分`
  return NAMES[kind]
}

/** What one line says, without its stop; of an ended one, that it no longer holds. */
export function ruleInWords(kind: RuleKind, { points, choice }: Pick<Rule, 'points' | 'choice'>): string {
  const marks = formatCenti(points)
  const only: Rules = new Map([[kind, { points, choice } as Rule]])
  if (choice === ENDED) return `${ruleName(kind)}停止执行`
  if (isKind(kind)) return `${kindName(kind)}计 ${marks} 分/条`
  if (isPublication(kind)) return publicationInWords(kind, points)
  if (isInstruction(kind)) return instructionSentence(kind, points)
  if (isChoice(kind)) return choiceInWords(kind, only)
  switch (kind) {
    case 'submission':
      return `报送得分满分 ${marks} 分，${SUBMISSION[chosen(only, kind, Object.keys(SUBMISSION) as Submission[])]}`
    case 'submission_cap':
      return `报送得分最高计 ${marks} 分`
    case 'submission_floor':
      return `有报送的，报送得分最低计 ${marks} 分`
    case 'unanswered':
      return unansweredInWords(only) ?? '约稿未回复的不扣分'
  }
}

export function isPublication(kind: RuleKind): kind is PublicationKind {
  return kind.startsWith('publication:')
}

export function isInstruction(kind: RuleKind): kind is InstructionKind {
  return (INSTRUCTION_KINDS as readonly string[]).includes(kind)
}

function isChoice(kind: RuleKind): kind is ChoiceKind {
  return kind in CHOICES
}
