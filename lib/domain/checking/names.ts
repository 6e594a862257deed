import { foldName } from '../base/names'
import type { Category } from '../office/category'
import { squash } from './plain'

/** The units that a document may name: a register, or what stands in for one. */
export type NamedUnit = { name: string; category: Category; aliases: readonly string[] }
export type Register = readonly NamedUnit[]

/** A name that was found: as registered, as an alias, or only alike. */
export type FoundUnit = { unit: NamedUnit; as: 'name' | 'alias' }

export type RegisterNames = {
  /** Where a name must stand: "名册中", or what stands in for it. */
  source: string
  units: readonly NamedUnit[]
  find(name: string): FoundUnit | null
  /** The unit that is meant by a name which nobody bears, among those of a category that are not taken. */
  likely(
    name: string,
    category: Category | null,
    taken: Pick<ReadonlySet<NamedUnit>, 'has'>,
    least?: number,
  ): NamedUnit | null
  /** Known names in a text, each as one private character; `open` gives the words back. */
  mask(text: string): string
  open(text: string): string
}

/** What the name of a unit usually ends with. */
export const ENDINGS = '局|镇|乡|委|办|办事处|街道|街办|中心|会|社|院|所|队|公司|联|处|站|校|园区'

const MASK = 0xe000
/** A district has a hundred units or two; more would make every text slow to read. */
const MASKS = 2000
/** How much alike two names must be, 0..1. */
const ALIKE = 0.3
/** Of two that are as much alike, it is the one whose letters stand where they should. */
const SAME_PLACE = 0.001

// Not a memory of the process: it goes with the caller's register.
const made = new WeakMap<Register, RegisterNames>()

/** What can be asked of a register; the answer is kept for as long as the register. */
export function namesOf(register: Register, source = '名册中'): RegisterNames {
  const known = made.get(register) ?? makeNames(register, source)
  made.set(register, known)
  return known
}

function makeNames(units: Register, source: string): RegisterNames {
  const found = new Map<string, FoundUnit>()
  const folded = new Map<string, FoundUnit>()
  const know = (name: string, as: FoundUnit) => {
    found.set(squash(name), as)
    folded.set(foldName(squash(name)), as)
  }
  for (const unit of units) for (const alias of unit.aliases) know(alias, { unit, as: 'alias' })
  for (const unit of units) know(unit.name, { unit, as: 'name' })
  for (const names of [found, folded]) names.delete('')
  const words = [...found.keys()].toSorted((a, b) => b.length - a.length).slice(0, MASKS)
  const masks = new Map(words.map((word, index) => [word, String.fromCharCode(MASK + index)]))
  const pattern = words.length ? new RegExp(words.map(literally).join('|'), 'g') : null
  const weigh = weights(units)
  const letters = units.map((unit) => ({ unit, chars: [...squash(unit.name)] }))
  return {
    source,
    units,
    find: (name) => found.get(name) ?? folded.get(foldName(name)) ?? null,
    likely(name, category, taken, least = ALIKE) {
      let best: NamedUnit | null = null
      let most = least
      const own = [...name.slice(0, 40)]
      for (const { unit, chars } of letters) {
        if (taken.has(unit) || (category && unit.category !== category)) continue
        const places = chars.filter((letter, i) => letter === own[i]).length
        const alike = alikeness(own, chars, weigh) + places * SAME_PLACE
        if (alike > most) [best, most] = [unit, alike]
      }
      return best
    },
    mask: (text) => (pattern ? text.replace(pattern, (word) => masks.get(word) ?? word) : text),
    open: (text) => text.replace(/[\uE000-\uF8FF]/g, (mark) => words[mark.charCodeAt(0) - MASK] ?? mark),
  }
}

/** A word as a pattern that matches it alone. */
export const literally = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A letter counts for more the fewer units bear it: 区 and 局 tell nothing. */
function weights(units: Register): (letter: string) => number {
  const bearers = new Map<string, number>()
  for (const { name } of units) for (const letter of new Set(name)) bearers.set(letter, (bearers.get(letter) ?? 0) + 1)
  return (letter) => Math.log((units.length + 1) / (bearers.get(letter) ?? 1)) + 0.01
}

/** How much two names share, 0..1: of both together, and of the shorter one, which may abbreviate the other. */
function alikeness(a: readonly string[], b: readonly string[], weigh: (letter: string) => number): number {
  const left = [...b]
  let shared = 0
  for (const letter of a) {
    const at = left.indexOf(letter)
    if (at < 0) continue
    left.splice(at, 1)
    shared += weigh(letter)
  }
  const sum = (letters: readonly string[]) => letters.reduce((all, letter) => all + weigh(letter), 0)
  const [one, other] = [sum(a), sum(b)]
  return one && other ? shared / (one + other) + shared / Math.min(one, other) / 2 : 0
}

/** How much alike two names are by their letters alone, 0..1. */
export function nameAlikeness(a: string, b: string): number {
  return alikeness([...a], [...b], (letter) => (/[区局镇乡办处]/.test(letter) ? 0.2 : 1))
}
