import { foldName } from '../base/names'
import { fold } from './fold'
import { type Clause, gramsOfWord, unitGram } from './grams'
import { initialsOf } from './initials'
import { wordsOf } from './words'

/** `others`: under which it is found where all of one is asked. */
type Unit = { id: string; name: string; aliases: readonly string[]; others?: readonly string[] }

/** One word that must be found, with the units that it may mean. */
export type Term = { word: string; unitIds: readonly string[] }

/** An item as search reads it: as it was sent. `attached`: the names and texts of its attachments, a line each. */
export type Searched = { title: string; body: string; author: string | null; attached: string | null; unitId: string }

/** What a person asks for, read against the register of units. Empty when nothing is asked. Never throws. */
export function termsOf(query: string, units: readonly Unit[]): Term[] {
  return wordsOf(query).map((word) => ({
    word,
    unitIds: units.filter((unit) => means(word, unit)).map(({ id }) => id),
  }))
}

/** Whether every term is in the item's title, body, author or attachments, or means its unit. */
export function matches(terms: readonly Term[], { title, body, author, attached, unitId }: Searched): boolean {
  const texts = [title, body, author ?? '', attached ?? ''].map(fold)
  return terms.every(({ word, unitIds }) => unitIds.includes(unitId) || texts.some((text) => text.includes(word)))
}

/** What the index is asked for terms: no item that matches is left out. */
export function clausesOf(terms: readonly Term[]): Clause[] {
  return terms.map(({ word, unitIds }) => ({ all: gramsOfWord(word), or: [...new Set(unitIds.map(unitGram))] }))
}

const LEAST_OF_NAME = 2
const LEAST_OF_INITIALS = 3

/**
 * Whether a word means a unit: two characters or more of its name or of an alias, or pinyin initials (with or without
 * those of a leading 区): all of them, or the first three and more. One character would mean half the register.
 */
function means(word: string, { name, aliases, others = [] }: Unit): boolean {
  if (word.length < LEAST_OF_NAME) return false
  const names = [name, ...aliases].flatMap((one) => [one, foldName(one)])
  if (others.some((one) => fold(one) === word)) return true
  if (names.some((n) => fold(n).includes(word))) return true
  if (!/^[0-9a-z]+$/.test(word)) return false
  return names
    .flatMap((n) => [initialsOf(n), initialsOf(n.replace(/^区/, ''))])
    .some((initials) => (word.length < LEAST_OF_INITIALS ? initials === word : initials.startsWith(word)))
}
