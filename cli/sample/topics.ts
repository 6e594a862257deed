import { building } from './topics/building'
import { economy } from './topics/economy'
import { society } from './topics/society'
import { everywhere, rural, urban } from './topics/towns'
import type { SampleUnit, Topic } from './types'

/** `name@89 | measure；measure | problem | suggestion` */
function topic(line: string): Topic {
  const [heading = '', measures = '', problem = '', suggestion = ''] = line.split('|').map((part) => part.trim())
  const [name = '', months = '789'] = heading.split('@')
  return { name, months: [...months].map(Number), measures: measures.split('；'), problem, suggestion }
}

const lines = (text: string) => text.trim().split('\n')

/** Blocks divided by an empty line, the unit's name on top. */
const ofDepartment = new Map(
  [economy, building, society]
    .flatMap((text) => text.trim().split('\n\n'))
    .map((block) => {
      const [unit = '', ...topics] = lines(block)
      return [unit, topics.map(topic)]
    }),
)

export function topicsOf(unit: SampleUnit): Topic[] {
  if (unit.category === 'department') return ofDepartment.get(unit.name) ?? []
  const own = unit.name.endsWith('街道办事处') ? urban : rural
  return [...lines(own), ...lines(everywhere)].map(topic)
}
