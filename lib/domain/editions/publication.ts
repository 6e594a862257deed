import type { Kind } from '../adoptions/kinds'
import { type Step, stepOf, type Transition } from '../base/lifecycle'
import { countCharacters } from '../base/text'
import { type ItemState, step } from '../items/item'
import { chineseDate } from '../time/quarter'

/** 刊物. `kind` is what its editions adopt in; `issuer` is whom the masthead names. */
export type Publication = {
  id: string
  name: string
  kind: Kind
  issuer: string
  position: number
  retired: boolean
}

export const NAME_MAX = 30
/** As long as the masthead holds on one line with the date. */
export const ISSUER_MAX = 20
export const ISSUE_NO_MAX = 9999

/** Why a publication can't bear this name, or null. It stands without 《》: they are put around it where it is named. */
export function nameFault(name: string, taken: readonly string[]): string | null {
  const length = countCharacters(name)
  if (length === 0) return '请填写刊物名称。'
  if (length > NAME_MAX) return `刊物名称最多 ${NAME_MAX} 字，现有 ${length} 字。`
  if (/[《》]/.test(name)) return '刊物名称不带书名号，显示时会自动加上。'
  return taken.includes(name) ? '已有同名的刊物。' : null
}

export type Numbered = { year: number; issueNo: number }

/** "第12期". */
export function editionShort({ issueNo }: Pick<Numbered, 'issueNo'>): string {
  return `第${issueNo}期`
}

/** "2026年第12期". */
export function editionName({ year, issueNo }: Numbered): string {
  return `${year}年${editionShort({ issueNo })}`
}

/** The number after the greatest of its year; every year begins with 1. `taken`: all that are not dropped. */
export function nextIssueNo(year: number, taken: readonly Numbered[]): number {
  return Math.max(0, ...taken.filter((one) => one.year === year).map(({ issueNo }) => issueNo)) + 1
}

/** Whether a number is among those in use. */
export function isTaken({ year, issueNo }: Numbered, taken: readonly Numbered[]): boolean {
  return taken.some((one) => one.year === year && one.issueNo === issueNo)
}

/** The states of an edition, with their words on screen. "To issue" (印发) is said of notices alone. */
export const EDITION_STATES = { composing: '编排中', released: '已发刊', dropped: '已放弃' } as const
export type EditionState = keyof typeof EDITION_STATES

const COMPOSING: readonly EditionState[] = ['composing']

/** What may be done to an edition: all of it while it is composed, and what is said afterwards. */
export const EDITION_VERBS = {
  compose: {
    from: COMPOSING,
    to: 'same',
    said: { released: '该期已经发刊，内容不能再改；需要更正的，请编入以后的一期。' },
    otherwise: '该期已经放弃，不能再改；请另编一期。',
  },
  drop: {
    from: COMPOSING,
    to: 'dropped',
    said: { released: '该期已经发刊，不能放弃。' },
    otherwise: '该期已经放弃。',
  },
  release: {
    from: COMPOSING,
    to: 'released',
    said: { released: '该期已经发刊，没有重复登记。' },
    otherwise: '该期已经放弃，不能发刊；请另编一期。',
  },
} as const satisfies Record<string, Transition<EditionState>>
export type EditionVerb = keyof typeof EDITION_VERBS

/** Where `verb` leads from here, or why it may not be done now. */
export function editionStep(verb: EditionVerb, state: EditionState): Step<EditionState> {
  return stepOf<EditionState, EditionState, null>(EDITION_VERBS[verb], state, state, null)
}

/** An item behind an entry, as far as releasing asks. `day`: that of its submission. */
export type SourceFacts = { ref: string; state: ItemState; notUsed: boolean; day: string }

/** What stands in the way of releasing an edition on its day, each named so that an editor finds it; empty when nothing does. */
export function editionLacks(
  { day, today, numberTaken }: { day: string; today: string; numberTaken: boolean },
  entries: readonly { title: string; dropped: boolean; sources: readonly SourceFacts[] }[],
): string[] {
  return [
    ...(entries.length === 0 ? ['本期还没有编入内容。'] : []),
    ...(numberTaken ? ['期号已被同一刊物的另一期使用，请改期号。'] : []),
    ...(day > today ? [`发刊日期（${chineseDate(day)}）在今天之后，到当天才能发刊。`] : []),
    ...entries.flatMap(({ title, dropped, sources }) => [
      ...(dropped ? [`“${title}”：编辑稿已经放弃，请移出本期。`] : []),
      ...sources.flatMap((source) => sourceLack(source, day) ?? []),
    ]),
  ]
}

/** Why an item can't be adopted by an edition of that day, beginning with its number; null when it can. */
export function sourceLack({ ref, state, notUsed, day: sent }: SourceFacts, day: string): string | null {
  const { blocked } = step('grade', { state, notUsed, adoptions: 0 })
  if (blocked !== undefined) return `${ref}：${blocked}`
  return day < sent ? `${ref}：发刊日期早于报送日期（${chineseDate(sent)}）。` : null
}
