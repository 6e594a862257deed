import { compareFractions, type Fraction, fraction, NOTHING } from '../base/exact'
import { countsUnits, type UnitRow, unitsOfFigure } from '../figures/figure'
import type { Ranking } from '../figures/ranking'
import { ofTarget } from '../figures/scoring'
import type { NamesRef, Run } from './document'
import { leadersOf } from './leaders'

/** A unit that a list may name. */
export type Nameable = { unitId: string; unit: string }

/** Ways to say who is named in a list: so many of the first or of the last, all, or these units. */
export const PICKS = { first: '列前几名', last: '列后几名', all: '全部列出', hand: '逐个选定' } as const
/** `order`: units chosen by hand stand as they were ticked, or as in their table. */
export type Pick =
  | { how: 'first' | 'last'; n: number }
  | { how: 'all' }
  | { how: 'hand'; units: string[]; order: 'ticked' | 'table' }

/** So many are named unless the office says otherwise. */
export const USUALLY_NAMED = 3

/** Lists of those behind: unless the office says otherwise they name the last, the worst first. */
const BEHIND: readonly NamesRef['names'][] = ['unmet', 'behind']
/** Lists of equals, who stand in the official order of the district. */
const EQUALS: readonly NamesRef['names'][] = ['noItems', 'noPoints']

/** How a list names its units unless the office says otherwise. */
export function usualPick({ names }: NamesRef): Pick {
  return { how: BEHIND.includes(names) ? 'last' : 'first', n: USUALLY_NAMED }
}

/** All the units that a list of names chooses from, in the order of their table; equals in the official one. */
export function unitsNamed(ranking: Ranking, ref: NamesRef): Nameable[] {
  return rowsNamed(ranking, ref).map(({ adoption: { unitId, unit } }) => ({ unitId, unit }))
}

/** A list of names as its notice prints it: "甲、乙、丙等", where 等 stands for those left out; null for none. */
export function listRun(ranking: Ranking, ref: NamesRef, pick?: Pick): Run | null {
  const all = rowsNamed(ranking, ref)
  const some = pick && named(ranking, ref, all, pick)
  const shown = some && some.length > 0 ? some : usuallyNamed(ranking, ref, all)
  if (shown.length === 0) return null
  const text = shown.map(({ adoption }) => adoption.unit).join('、')
  return { text: shown.length < all.length ? `${text}等` : text, ...ref }
}

/**
 * As the real notice does it: of those behind that are too many to be named all, the worst of those who have something
 * are named, since those with nothing stand in a list of their own.
 */
function usuallyNamed(ranking: Ranking, ref: NamesRef, all: readonly UnitRow[]): UnitRow[] {
  const some = BEHIND.includes(ref.names) && all.length > USUALLY_NAMED
  const something = some ? all.filter((row) => compareFractions(reached(ref, row), NOTHING) > 0) : []
  return named(ranking, ref, something.length > 0 ? something : all, usualPick(ref))
}

function named(ranking: Ranking, ref: NamesRef, all: readonly UnitRow[], pick: Pick): UnitRow[] {
  switch (pick.how) {
    case 'all':
      return [...all]
    case 'first':
      return all.slice(0, pick.n)
    case 'last':
      return worstFirst(ranking, ref, all).slice(0, pick.n)
    case 'hand': {
      const chosen = all.filter(({ adoption }) => pick.units.includes(adoption.unitId))
      const place = ({ adoption }: UnitRow) => pick.units.indexOf(adoption.unitId)
      return pick.order === 'table' ? chosen : chosen.toSorted((a, b) => place(a) - place(b))
    }
  }
}

function rowsNamed(ranking: Ranking, { names, category }: NamesRef): UnitRow[] {
  if (names === 'leaders') {
    return ranking.tables
      .filter((of) => category === undefined || of.category.key === category)
      .flatMap((of) => {
        const sent = new Map(of.submission.map((row) => [row.unitId, row]))
        return leadersOf(of).flatMap((adoption) => {
          const submission = sent.get(adoption.unitId)
          return submission ? [{ submission, adoption }] : []
        })
      })
  }
  if (!countsUnits(names)) return []
  const units = unitsOfFigure(ranking, names, category)
  return EQUALS.includes(names) ? inOfficialOrder(ranking, units) : units
}

/** The least first, equals in the official order. */
function worstFirst(ranking: Ranking, ref: NamesRef, rows: readonly UnitRow[]): UnitRow[] {
  return inOfficialOrder(ranking, rows).sort((a, b) => compareFractions(reached(ref, a), reached(ref, b)))
}

function inOfficialOrder({ official }: Ranking, rows: readonly UnitRow[]): UnitRow[] {
  const place = new Map(official.map((unitId, at) => [unitId, at]))
  const of = ({ adoption }: UnitRow) => place.get(adoption.unitId) ?? official.length
  return rows.toSorted((a, b) => of(a) - of(b))
}

const OF_SUBMISSIONS: readonly NamesRef['names'][] = ['met', 'exceeded', 'unmet', 'noItems', 'units', 'items']

/** How much of what its list is about a unit has reached: of its items, or of its points. */
function reached({ names }: NamesRef, { submission, adoption }: UnitRow): Fraction {
  if (OF_SUBMISSIONS.includes(names)) return fraction(submission.items, submission.target ?? 1)
  return adoption.annualTarget === null ? adoption.points : ofTarget(adoption.points, adoption.annualTarget)
}
