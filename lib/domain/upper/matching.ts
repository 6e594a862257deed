import type { PastUnit } from '../figures/past'
import { chineseDate, dayOfInstant, isDay } from '../time/quarter'
import { BigramIndex, type Hit } from './matching/bigrams'
import { commonLength } from './matching/subsequence'
import { type Cut, UnitNames } from './matching/unit-names'

/** A received item, as far as matching asks. */
export type Matchable = { id: string; ref: string; title: string; unitId: string; unit: string; submittedAt: number }

/** A line of a list from above. `unit` as it stands there, or null; `undated`: `adoptedOn` stands in for a day that is not known. */
export type Wanted = { title: string; unit: string | null; adoptedOn: string; undated?: boolean }

/** What the line says of the unit: that of the item, another one, or nothing. */
export type UnitVerdict = 'same' | 'other' | 'unnamed'

/**
 * An item that may be meant. `likeness` of the titles in whole percent, rounded down: 100 is equal; `old`: submitted more than
 * twelve months before the adoption, as far as its day is known.
 */
export type Candidate = { item: Matchable; likeness: number; unit: UnitVerdict; old: boolean; words: string }

/** The best candidates, best first; `certain` where the first may be proposed. Nothing is posted by it. */
export type MatchProposal = { candidates: Candidate[]; certain: boolean }

export const MOST_CANDIDATES = 3
/** Beyond this many by their pairs of letters none is compared letter by letter. */
const COMPARED = 24
/** Below this a candidate is nothing but noise. */
const LEAST = 0.4

/** What likeness is made of; together 1. A line from above is shorter than our title more often than longer. */
const PARTS = { dice: 0.4, covered: 0.3, sequence: 0.3 }
const UNIT_WEIGHT: Record<UnitVerdict, number> = { same: 0.2, unnamed: 0, other: -0.2 }

/** How far the first stands before the second when it is certain, and how much of our title the line must hold. */
const LEAD = 0.12
const HELD = 0.5
const LEAST_LETTERS = 6
/** Without a unit only an equal title is certain, and only one that is not found everywhere. */
const TELLING_LETTERS = 12

/**
 * `whole`: the item has every letter of the line; `held`: how much of what is telling in the item's title the line
 * has, 0..1; `silent`: the
 * item's title names no unit.
 */
type Weighed = {
  at: number
  likeness: number
  score: number
  unit: UnitVerdict
  whole: boolean
  held: number
  equal: boolean
  silent: boolean
}

/**
 * Finds which of our items a line from above means, by likeness of the titles: pairs of letters (rare ones weigh more)
 * and the longest common sequence; the unit named raises, another unit lowers. Items submitted after the day of the
 * adoption are out, and those of more than twelve months before unless they are asked for.
 */
export class Matcher {
  private readonly names: UnitNames
  private readonly cuts: readonly Cut[]
  private readonly days: readonly string[]
  private readonly index: BigramIndex

  constructor(
    private readonly items: readonly Matchable[],
    units: readonly Pick<PastUnit, 'id' | 'name' | 'aliases'>[],
    district: string | null,
  ) {
    this.names = new UnitNames(units, district)
    this.cuts = items.map((item) => this.names.cutOwn(item.title, item.unitId))
    this.days = items.map((item) => dayOfInstant(item.submittedAt))
    this.index = new BigramIndex(this.cuts.map(({ subject }) => subject))
  }

  propose(wanted: Wanted): MatchProposal {
    return this.among(wanted, (day, from) => day >= from && day <= wanted.adoptedOn)
  }

  /** What may be meant among what is older than `propose` looks: shown as such, never proposed. */
  proposeOlder(wanted: Wanted): MatchProposal {
    return { ...this.among(wanted, (day, from) => day < from), certain: false }
  }

  private among(wanted: Wanted, holds: (day: string, from: string) => boolean): MatchProposal {
    const cut = this.names.cut(wanted.title)
    const named = this.named(wanted.unit, cut.unitId)
    const from = yearBefore(wanted.adoptedOn)
    const favour = (at: number) => (holds(this.days[at] ?? '', from) ? UNIT_WEIGHT[this.verdict(at, named)] : null)
    const weighed = this.index
      .search(cut.subject, favour, COMPARED)
      .map((hit) => this.weigh(hit, cut.subject, named))
      .filter(({ likeness }) => likeness >= LEAST)
      .sort((a, b) => b.score - a.score || a.at - b.at)
    return {
      candidates: weighed.slice(0, MOST_CANDIDATES).map((one) => this.shown(one, wanted)),
      certain: isCertain(weighed, cut.subject),
    }
  }

  /** The units that a line names, in its own column or at the head of its title; empty where it names none of ours. */
  private named(unit: string | null, inTitle: string | null): ReadonlySet<string> | null {
    if (unit === null || unit.trim() === '') return inTitle === null ? null : new Set([inTitle])
    const each = unit.split(/[、，,；;/]|\s+/).flatMap((name) => this.names.find(name) ?? [])
    return new Set(each)
  }

  private verdict(at: number, named: ReadonlySet<string> | null): UnitVerdict {
    if (named === null) return 'unnamed'
    return named.has(this.items[at]?.unitId ?? '') ? 'same' : 'other'
  }

  private weigh({ at, dice, covered, held }: Hit, subject: string, named: ReadonlySet<string> | null): Weighed {
    const { subject: ours, unitId: inOurs } = this.cuts[at] as Cut
    const common = commonLength(subject, ours)
    const whole = common === subject.length
    const equal = subject === ours
    const sequence = (2 * common) / (subject.length + ours.length)
    const likeness = equal ? 1 : PARTS.dice * dice + PARTS.covered * covered + PARTS.sequence * sequence
    const unit = this.verdict(at, named)
    const score = likeness + UNIT_WEIGHT[unit]
    return { at, likeness, score, unit, whole, held, equal, silent: inOurs === null }
  }

  private shown({ at, likeness, unit }: Weighed, wanted: Wanted): Candidate {
    const item = this.items[at] as Matchable
    const percent = Math.floor(likeness * 100)
    const old = !wanted.undated && (this.days[at] ?? '') < yearBefore(wanted.adoptedOn)
    const words = `${inWords(percent, unit, item.submittedAt, wanted.adoptedOn)}${old ? '，早于采用日期一年以上' : ''}`
    return { item, likeness: percent, unit, old, words }
  }
}

/**
 * Whether the first may be proposed: it holds every letter of the line (a letter more speaks of something else), the
 * line holds enough of it, the unit agrees (or title and silence on the unit are equal), and every other is clearly
 * behind. A line that has lost words must fit no other item of the unit at all.
 */
function isCertain([first, ...others]: readonly Weighed[], subject: string): boolean {
  if (!first?.whole || first.held < HELD) return false
  if (others.some((other) => first.score - other.score < LEAD)) return false
  if (!first.equal && others.some((other) => other.whole && other.unit === first.unit)) return false
  if (first.unit === 'same') return subject.length >= LEAST_LETTERS
  return first.unit === 'unnamed' && first.equal && first.silent && subject.length >= TELLING_LETTERS
}

const UNIT_WORDS: Record<UnitVerdict, string> = { same: '单位一致', other: '单位不同', unnamed: '没有写明单位' }

/** "标题 92% 相同；单位一致；报送于9月3日". */
function inWords(percent: number, unit: UnitVerdict, submittedAt: number, adoptedOn: string): string {
  const day = dayOfInstant(submittedAt)
  const date = day.slice(0, 4) === adoptedOn.slice(0, 4) ? chineseDate(day).slice(5) : chineseDate(day)
  return `标题${percent === 100 ? '相同' : ` ${percent}% 相同`}；${UNIT_WORDS[unit]}；报送于${date}`
}

/** The same day twelve months before; of 29 February the 28th. */
export function yearBefore(day: string): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return isDay(before) ? before : `${before.slice(0, 8)}28`
}
