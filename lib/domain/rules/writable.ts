import { isKind, KINDS, type KindRow } from '../adoptions/kinds'
import { ENDED, INSTRUCTION_KINDS, type PublicationKind, type RuleKind } from './book'
import type { Joint } from './joint'
import { ruleName } from './row-words'
import { CHOICES, type ChoiceKind } from './sentences'
import { SUBMISSION } from './submission'

/**
 * A line as the office may write it. `line` names it in a form; `kind` is null where a publication is named beside it;
 * `points`: it has some; `ends`: it may be ended, and then is as if never written.
 */
export type Writable = {
  line: string
  name: string
  kind: Exclude<RuleKind, PublicationKind> | null
  choice: string | null
  points: boolean
  ends: boolean
}

const PUBLICATION: Writable = {
  line: 'publication',
  name: '刊物采用计分（写明刊物名称）',
  kind: null,
  choice: null,
  points: true,
  ends: true,
}

/** The one choice that comes with points. */
const FIXED_SHARE: Joint = 'fixed'

const SUBMISSIONS = Object.entries(SUBMISSION).map(
  ([choice, words], i): Writable => ({
    line: `submission:${choice}`,
    name: `报送满分，${words}`,
    kind: 'submission',
    // In proportion is what a line says that says nothing.
    choice: i === 0 ? null : choice,
    points: true,
    ends: false,
  }),
)

/** What may be written, but for the kinds of adoption, under the headings of the book in words. */
const FIXED: readonly { group: string; lines: readonly Writable[] }[] = [
  {
    group: '报送得分',
    lines: [
      ...SUBMISSIONS,
      { ...pointsOf('submission_cap', '报送得分最高分'), ends: true },
      { ...pointsOf('submission_floor', '报送得分最低分（有报送的）'), ends: true },
    ],
  },
  { group: '重复采用', lines: choicesOf('repeated') },
  { group: '合报和综合', lines: choicesOf('joint') },
  { group: '批示', lines: INSTRUCTION_KINDS.map((kind) => ({ ...pointsOf(kind), ends: true })) },
  { group: '约稿', lines: [{ ...pointsOf('unanswered'), ends: true }] },
  { group: '报送排名依据', lines: choicesOf('rank_submission') },
  { group: '采用排名依据', lines: choicesOf('rank_adoption') },
  { group: '名次并列', lines: choicesOf('ties') },
]

/** All that may be written, in groups: the points of these kinds and of publications first. */
export function writables(kinds: readonly KindRow[] = KINDS): { group: string; lines: readonly Writable[] }[] {
  return [{ group: '采用得分', lines: [...kinds.map(({ kind }) => pointsOf(kind)), PUBLICATION] }, ...FIXED]
}

/** What a form calls so, or null. */
export function writable(line: string): Writable | null {
  if (isKind(line)) return pointsOf(line)
  if (line === PUBLICATION.line) return PUBLICATION
  return FIXED.flatMap(({ lines }) => lines).find((one) => one.line === line) ?? null
}

/** What a line of this kind may choose; it may choose nothing as well. */
export function choicesFor(kind: RuleKind): string[] {
  const lines = isKind(kind) ? [pointsOf(kind)] : FIXED.flatMap(({ lines }) => lines)
  const own = kind.startsWith('publication:') ? [PUBLICATION] : lines.filter((line) => line.kind === kind)
  const usual = kind === 'submission' ? Object.keys(SUBMISSION).slice(0, 1) : []
  return [...usual, ...own.flatMap(({ choice }) => choice ?? []), ...(own.some(({ ends }) => ends) ? [ENDED] : [])]
}

function pointsOf(kind: NonNullable<Writable['kind']>, name = ruleName(kind)): Writable {
  return { line: kind, name, kind, choice: null, points: true, ends: false }
}

function choicesOf(kind: ChoiceKind): Writable[] {
  return Object.entries<string>(CHOICES[kind]).map(([choice, words]) => ({
    line: `${kind}:${choice}`,
    name: words,
    kind,
    choice,
    points: kind === 'joint' && choice === FIXED_SHARE,
    ends: false,
  }))
}
