import type { Category, CategoryRow } from '../office/category'
import type { AdoptionFact } from './adoption-lines'
import type { Class, ClassName } from './claim'
import type { NamedUnit } from './names'
import { compareRatios } from './ratio'
import type { SubmissionFact } from './submission-lines'

/**
 * What the tables say, mended; the categories of which a table of the kind stands in the document, and those of which
 * one is expected there.
 */
export type ClassFacts = {
  expected: readonly CategoryRow[]
  submissions: { facts: SubmissionFact[]; categories: ReadonlySet<Category> }
  adoptions: { facts: AdoptionFact[]; categories: ReadonlySet<Category> }
}

type Verdict<Fact> = (fact: Fact, percent: number, beyond: boolean) => boolean | null

const items = (
  judge: (items: number, target: number, percent: number, beyond: boolean) => boolean,
): Verdict<SubmissionFact> => {
  return ({ items, target }, percent, beyond) =>
    target === null ? false : target === undefined || items === undefined ? null : judge(items, target, percent, beyond)
}
/** On which side of a line n of d stands. */
const sideOf = (n: number, d: number, percent: number) => compareRatios(n, d, percent, 100)
const points = (judge: (points: number, annual: number, percent: number) => boolean): Verdict<AdoptionFact> => {
  return ({ points, annual }, percent) =>
    annual === null ? false : annual === undefined || points === undefined ? null : judge(points, annual, percent)
}

const BY_ITEMS: Partial<Record<ClassName, Verdict<SubmissionFact>>> = {
  met: items((n, target) => n >= target),
  unmet: items((n, target) => n < target),
  exceeded: items((n, target) => n > target),
  exceededBy: items((n, target, percent, beyond) => sideOf(n, target, 100 + percent) >= Number(beyond)),
  completedTo: items((n, target, percent, beyond) => sideOf(n, target, percent) >= Number(beyond)),
  completedBelow: items((n, target, percent) => sideOf(n, target, percent) < 0),
  noItems: ({ items }) => (items === undefined ? null : items === 0),
  noItemTarget: ({ target }) => (target === undefined ? null : target === null),
  noTarget: ({ target }) => (target === undefined ? null : target === null),
}
const BY_POINTS: Partial<Record<ClassName, Verdict<AdoptionFact>>> = {
  onTrack: points((n, annual, percent) => compareRatios(n, annual, percent, 100) >= 0),
  behind: points((n, annual, percent) => compareRatios(n, annual, percent, 100) < 0),
  noPoints: points((n) => n === 0),
  noPointTarget: ({ annual }) => (annual === undefined ? null : annual === null),
}

/** What a class is called. */
export const CLASS_WORDS: Record<ClassName, (percent: number) => string> = {
  met: () => '完成报送任务',
  unmet: () => '未完成报送任务',
  exceeded: () => '超额完成报送任务',
  exceededBy: (percent) => `超额完成报送任务 ${percent}% 以上`,
  completedTo: (percent) => `完成率达到 ${percent}%`,
  completedBelow: (percent) => `完成率未达到 ${percent}%`,
  noItems: () => '报送条数为 0',
  noItemTarget: () => '未下达报送任务',
  noTarget: () => '未下达任务',
  onTrack: (percent) => `采用得分达到年度任务 ${percent}%`,
  behind: (percent) => `采用得分未达到年度任务 ${percent}%`,
  noPoints: () => '采用得分为 0',
  noPointTarget: () => '未下达年度任务',
  leaders: () => '占比居前',
}

/** How many are surely in a class, and of how many nobody can tell. */
export type ClassSize = { sure: number; unknown: number }
export type Judged = ReadonlyMap<NamedUnit, boolean | null>

/** Who is in a class, who is not, and of whom nobody can tell; a notice asks for the same few classes again and again. */
export function judge(
  { name, percent, beyond }: Class,
  { submissions, adoptions }: ClassFacts,
  known: Map<string, Judged>,
): Judged {
  const key = `${name} ${percent} ${beyond}`
  const byItems = BY_ITEMS[name]
  const judged =
    known.get(key) ??
    (byItems
      ? new Map(submissions.facts.map((fact) => [fact.unit, byItems(fact, percent, beyond === true)]))
      : new Map(adoptions.facts.map((fact) => [fact.unit, BY_POINTS[name]?.(fact, percent, beyond === true) ?? null])))
  known.set(key, judged)
  return judged
}

/** How many units are in a class; null where a table that would tell is missing. */
export function sizeOf(
  judged: ReadonlyMap<NamedUnit, boolean | null>,
  category: CategoryRow | null,
  facts: ClassFacts,
  name: ClassName,
): ClassSize | null {
  const { categories } = BY_ITEMS[name] ? facts.submissions : facts.adoptions
  if (!(category ? [category] : facts.expected).every(({ key }) => categories.has(key))) return null
  const size = { sure: 0, unknown: 0 }
  for (const [unit, inside] of judged) {
    if (category && unit.category !== category.key) continue
    if (inside) size.sure++
    if (inside === null) size.unknown++
  }
  return size
}
