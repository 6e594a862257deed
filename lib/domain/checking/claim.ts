import type { Level } from '../adoptions/kinds'
import type { CategoryRow } from '../office/category'
import type { LeadBy } from './lead-by'

/** The classes of units that a sentence may count and name. */
export type ClassName =
  | 'noTarget'
  | 'noItemTarget'
  | 'noPointTarget'
  | 'noItems'
  | 'noPoints'
  | 'behind'
  | 'onTrack'
  | 'exceeded'
  | 'exceededBy'
  | 'completedTo'
  | 'completedBelow'
  | 'unmet'
  | 'met'
  | 'leaders'
/**
 * percent is the line that the sentence draws, where it draws one; `beyond`: what stands on the line is not meant; `by`: what
 * those who lead are said to lead in.
 */
export type Class = { name: ClassName; percent: number; beyond?: true; by?: LeadBy }

/** Where words stand in the masked text of their paragraph. */
export type TextSpan = readonly [from: number, to: number]

/** "甲、乙等12个部门": n is null where no number stands; 'all' says every unit; `words` are those of the number. */
export type Group = {
  names: string[]
  others: boolean
  n: number | 'all' | null
  words: string
  word: string
  category: CategoryRow | null
  span: TextSpan | null
}
/** `spans`: every number in the words of the class. */
export type Claim = { place: string; class: Class | null; group: Group; spans: readonly TextSpan[] }

export type TotalFigure = 'units' | 'items' | Level
/** Of all units, of one category, or of the one unit that is named; of a level perhaps of one form alone. `step`: rounded to it. */
export type TotalClaim = {
  place: string
  figure: TotalFigure
  form: 'full' | 'brief' | null
  n: number
  step: number
  words: string
  category: CategoryRow | null
  unit: string | null
  /** Of so many units, as the words say: judged where these are all. */
  among?: number
  span: TextSpan
}

/**
 * Parts beside what they are parts of: `complete` where they must be all of it; `levels` where each may hold what another
 * holds too, and together they hold it all.
 */
export type PartsClaim = {
  place: string
  n: number
  words: string
  parts: readonly number[]
  complete: boolean
  levels: boolean
  spans: readonly TextSpan[]
}

/** A percentage: of what there is of what, as far as the words tell; `span` of a number is where that stands. */
export type RatioClaim = {
  place: string
  words: string
  /** In hundredths of a per cent, and with how many decimals it is printed. */
  printed: number
  decimals: number
  of:
    | { figure: 'completion' | 'share'; unit: string }
    | { figure: 'completions'; category: CategoryRow | null }
    | { figure: 'adopted'; level: Level | null; category: CategoryRow | null }
    | { figure: 'units'; n: number; category: CategoryRow | null; span: TextSpan }
    | { figure: 'items'; n: number; span: TextSpan }
  span: TextSpan
}
