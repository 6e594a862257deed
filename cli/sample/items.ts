import { moments } from './calendar'
import { type Chance, chance } from './chance'
import { figures } from './figures'
import { genres } from './sentences'
import { topicsOf } from './topics'
import type { Item, SampleUnit, Topic } from './types'
import { type Assignment, body, title } from './writer'

/** Every item of the quarter, numbered by the time it came in. */
export function sampleItems(): Item[] {
  return figures
    .flatMap(itemsOf)
    .sort((a, b) => compare(a.submitted_at, b.submitted_at))
    .map((item, index) => ({ ...item, ref: `2020Q3-${String(index + 1).padStart(4, '0')}` }))
}

function itemsOf(unit: SampleUnit): Omit<Item, 'ref'>[] {
  const luck = chance(`items of ${unit.name}`)
  const topics = luck.shuffle(topicsOf(unit))
  const taken = new Set<string>()
  const used = new Map<Topic, number>()
  return moments(unit.items, luck).map((submitted_at) => {
    const day = submitted_at.slice(0, 10)
    const least = [...topics].sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0))
    const assignment = assign(unit, least, day, taken, luck)
    taken.add(title(assignment))
    used.set(assignment.topic, (used.get(assignment.topic) ?? 0) + 1)
    return { unit: unit.name, title: title(assignment), body: body(assignment, luck), submitted_at }
  })
}

/** The topic least written about so far that fits the month, from an angle not yet used on it. */
function assign(unit: SampleUnit, topics: Topic[], day: string, taken: Set<string>, luck: Chance): Assignment {
  const month = Number(day.slice(5, 7))
  for (const topic of topics) {
    if (!topic.months.includes(month)) continue
    const open = genres
      .map((genre) => ({ ...genre, angles: genre.angles.filter((angle) => free(unit, topic, angle, taken)) }))
      .filter((genre) => genre.angles.length > 0)
    if (open.length === 0) continue
    const genre = luck.weighted(open, (entry) => entry.weight)
    return { unit, topic, genre: genre.name, angle: luck.pick(genre.angles), day }
  }
  throw new Error(`${unit.name} has nothing left to write about`)
}

function free(unit: SampleUnit, topic: Topic, angle: Assignment['angle'], taken: Set<string>): boolean {
  return !angle.unless?.test(topic.name) && !taken.has(title({ unit, topic, angle }))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
