import { KINDS, type Kind, type KindRow, kindName } from '../adoptions/kinds'
import { quarterName } from '../time/quarter'
import { scoresAdoptions } from './adoption'
import { type CategoryRules, INSTRUCTION_KINDS, type Rule, type RuleKind, type Rules } from './book'
import {
  adoptionExample,
  instructionExample,
  jointExample,
  repeatedExample,
  submissionExample,
  tiesExample,
  unansweredExample,
} from './examples'
import { ruleInWords } from './row-words'
import { CHOICES, type ChoiceKind, instructionName, jointInstructionsInWords, publicationsIn } from './sentences'
import { submissionRule } from './submission'

/** Sentences that hold on the same ground: a document from a quarter on, or custom. */
type Ground = { since: string; sentences: string[] }
export type Chapter = { title: string; grounds: Ground[]; examples: string[] }

type Sentence = { since: string; words: string }

const USUAL = '未另作规定，按通常办法'

/**
 * The whole rule book of a category in a quarter, in plain sentences, those that nobody wrote among them; each on its
 * ground, with examples that the engine itself has computed. `others`: what holds for other categories, which may value what
 * this one does not.
 */
export function bookInWords(
  rules: Rules,
  kinds: readonly KindRow[] = KINDS,
  others: readonly CategoryRules[] = [],
): Chapter[] {
  return [
    { title: '报送得分', sentences: submission(rules), examples: [submissionExample(rules)] },
    { title: '采用得分', sentences: adoption(rules, kinds, others), examples: given(adoptionExample(rules, kinds)) },
    {
      title: '重复采用、合报和综合',
      sentences: chosenOnes(rules, ['repeated', 'joint']),
      examples: given(repeatedExample(rules, kinds), jointExample(rules, kinds)),
    },
    { title: '批示', sentences: instructions(rules), examples: given(instructionExample(rules)) },
    {
      title: '约稿',
      sentences: [written(rules, 'unanswered', '没有为约稿未回复设定扣分，约稿未回复的不扣分')],
      examples: given(unansweredExample(rules, kinds)),
    },
    {
      title: '排名',
      sentences: chosenOnes(rules, ['rank_submission', 'rank_adoption', 'ties']),
      examples: [tiesExample(rules)],
    },
  ].map(({ sentences, ...chapter }) => ({ ...chapter, grounds: byGround(sentences) }))
}

function submission(rules: Rules): Sentence[] {
  if (!submissionRule(rules)) return [usual('没有设定报送满分，不计报送得分'), usual('完成率不封顶')]
  return [
    written(rules, 'submission', ''),
    written(rules, 'submission_cap', '超额完成不加分，报送得分不超过满分'),
    written(rules, 'submission_floor', '没有设定报送得分的最低分'),
    usual('完成率不封顶'),
  ]
}

function adoption(rules: Rules, kinds: readonly KindRow[], others: readonly CategoryRules[]): Sentence[] {
  const scores = [rules, ...others.map((other) => other.rules)].some(scoresAdoptions)
  const unset = (kind: Kind) => {
    const elsewhere = others.filter((other) => other.rules.has(kind)).map(({ category }) => category.name)
    const notes = [...(elsewhere.length > 0 ? [`${elsewhere.join('、')}计分`] : []), ...(scores ? ['登记前提示'] : [])]
    return `没有为${kindName(kind)}设定分值，不计分${notes.length > 0 ? `（${notes.join('，')}）` : ''}`
  }
  const publications = publicationsIn(rules)
  return [
    ...kinds.map(({ kind }) => written(rules, kind, unset(kind))),
    ...publications.map((kind) => written(rules, kind, '')),
    usual(
      publications.length > 0
        ? '另有分值的刊物按刊物计分，其余按采用的级别和形式计分'
        : '没有为刊物另设分值，一律按采用的级别和形式计分',
    ),
  ]
}

function instructions(rules: Rules): Sentence[] {
  const unset = INSTRUCTION_KINDS.filter((kind) => !rules.has(kind))
  if (unset.length === INSTRUCTION_KINDS.length) return [usual('没有为批示设定分值，批示不加分')]
  return [
    ...INSTRUCTION_KINDS.map((kind) => written(rules, kind, `没有为${instructionName(kind)}设定分值，不加分`)),
    usual(jointInstructionsInWords(rules)),
  ]
}

function chosenOnes(rules: Rules, kinds: readonly ChoiceKind[]): Sentence[] {
  return kinds.map((kind) => written(rules, kind, Object.values<string>(CHOICES[kind])[0] ?? ''))
}

const given = (...examples: readonly (string | null)[]) => examples.flatMap((example) => example ?? [])

/** What the line of this kind says, or else what holds without one. */
function written(rules: Rules, kind: RuleKind, otherwise: string): Sentence {
  const rule = rules.get(kind)
  return rule ? { words: `${ruleInWords(kind, rule)}。`, since: sinceOf(rule) } : usual(otherwise)
}

function usual(words: string): Sentence {
  return { words: `${words}。`, since: USUAL }
}

/** "自2020年一季度起，依据……". */
function sinceOf({ validFrom, source }: Rule): string {
  return `自${quarterName(validFrom)}起，${source ? `依据${source}` : '未注明依据'}`
}

/** Neighbours on one ground are put together; the order stays. */
function byGround(sentences: readonly Sentence[]): Ground[] {
  const grounds: Ground[] = []
  for (const { since, words } of sentences) {
    const last = grounds.at(-1)
    if (last?.since === since) last.sentences.push(words)
    else grounds.push({ since, sentences: [words] })
  }
  return grounds
}
