import type { Chance } from './chance'
import { difficulties, effects, heads, measures, next, reasonPhrases, remedies } from './phrases'
import { type Angle, closingLine, type Genre, mark } from './sentences'
import type { SampleUnit, Topic } from './types'

export type Assignment = { unit: SampleUnit; topic: Topic; genre: Genre; angle: Angle; day: string }

/** How a unit is called in running text: 莲花街道, not 莲花街道办事处. */
const called = (unit: SampleUnit) => unit.name.replace(/办事处$/, '')

export function title({ unit, topic, angle }: Pick<Assignment, 'unit' | 'topic' | 'angle'>): string {
  return mark + angle.title.replace('{u}', called(unit)).replace('{t}', topic.name)
}

export function body(assignment: Assignment, chance: Chance): string {
  const { unit, topic, angle, genre, day } = assignment
  const spoken = { u: called(unit), t: topic.name, d: when(day, chance), who: whom(unit) }
  const paragraphs = [angle.opening, ...paragraphsOf[genre](assignment, chance)]
  const text = paragraphs
    .join('\n')
    .replace(/，\n/g, '，')
    .replace(/\{(u|t|d|who)\}/g, (_, key: keyof typeof spoken) => spoken[key])
  return `${amounts(text, chance)}\n${closingLine}`
}

const ordinals = ['一是', '二是', '三是']
const list = (clauses: string[]) => clauses.map((clause, i) => `${ordinals[i]}${clause}。`).join('')

/** Three measures, in their order: the topic's own, or those drawn together and one that every office takes. */
function three({ unit, topic }: Assignment, { pick, between }: Chance): string[] {
  const [first = '', second = '', third = ''] = topic.measures
  if (first.length + second.length + third.length > 50 && between(1, 3) === 1) return [first, second, third]
  const common = pick(measures[unit.category])
  return between(1, 2) === 1 ? [`${first}，${second}`, third, common] : [first, `${second}，${third}`, common]
}

/** Why it was done: what was hard before. */
const reason = ({ problem }: Topic, { pick }: Chance) => pick(reasonPhrases).replace('{problem}', problem)

const paragraphsOf: Record<Genre, (assignment: Assignment, chance: Chance) => string[]> = {
  news: (assignment, chance) => {
    const done = list(three(assignment, chance))
    const why = done.length < 75 || chance.between(1, 5) <= 2 ? [reason(assignment.topic, chance)] : []
    return [...why, done, chance.pick(next)]
  },
  experience: (assignment, chance) => {
    const lead = heads[assignment.angle.heads ?? 'default']
    const done = three(assignment, chance).map((clause, i) => `${lead[i]}，${clause}`)
    return [reason(assignment.topic, chance), list(done), chance.pick(effects)]
  },
  problems: ({ unit, topic }, { shuffle, pick }) => {
    const [one = '', two = ''] = shuffle(difficulties[unit.category])
    return [list([topic.problem, one, two]), `对此，${topic.suggestion}；同时，${pick(remedies)}。`]
  },
  suggestions: ({ topic }, { shuffle }) => {
    const [one = '', two = ''] = shuffle(remedies)
    const [done = '', more = ''] = shuffle(topic.measures)
    return [
      `${topic.problem}，一定程度上影响了工作成效。前期，{u}${done}，${more}，为解决问题作了初步探索。`,
      `为此建议：${list([topic.suggestion.replace(/^建议/, ''), one, two])}`,
    ]
  },
}

function when(day: string, { pick }: Chance): string {
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  const third = date <= 10 ? '上旬' : date <= 20 ? '中旬' : '下旬'
  return pick([
    '近日',
    '近期',
    '连日来',
    date > 7 ? `${month}月以来` : '近日',
    date > 3 ? `${month}月${third}` : '近日',
  ])
}

const whom = ({ name, category }: SampleUnit) => {
  if (category === 'department') return '各股室及下属单位'
  return name.endsWith('街道办事处') ? '各社区' : '各村（社区）'
}

/** The `#` of a clause becomes a number of a size that fits what is counted. */
function amounts(text: string, { between }: Chance): string {
  return text.replace(/#(人次|批次|.)/g, (_, counted: string) => `${amount(counted, between)}${counted}`)
}

function amount(counted: string, between: Chance['between']): number {
  if (counted === '人次' || counted === '份') return between(12, 60) * 10
  if ('户亩人批次'.includes(counted)) return between(36, 180)
  if ('次场所座'.includes(counted)) return between(4, 16)
  return between(8, 46)
}
