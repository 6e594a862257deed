import { Fault } from '../base/fault'
import { figureValue } from '../figures/figure'
import { categoriesOf, type Ranking } from '../figures/ranking'
import type { CategoryRow } from '../office/category'
import type { Block, NamesRef, Run } from './document'
import { listRun, type Pick } from './lists'
import { measured } from './measures'
import { isPlain, runsOf } from './phrases'
import { refOf, tokenOf } from './values'

/**
 * A paragraph of a draft. Without `text` it is composed from the figures; with it, a person wrote it: `by` whom last,
 * `hands` everybody since it was composed, and `confirmedBy` whoever has since read and confirmed it.
 */
export type WrittenBlock = {
  key: string
  kind: Block['kind']
  text?: string
  by?: string
  hands?: string[]
  confirmedBy?: string
}

/**
 * Through whose hands the words of a draft went, by their place: "arranged" (moved or dropped paragraphs), "reason" (of
 * a correction), "head.number" and the like, "named.部门·…". Paragraphs bear their own. "earlier": everybody who changed
 * a draft before hands were kept.
 */
export type Hands = Record<string, string[]>

/** What people have written and chosen in a draft; figures are never part of it. */
export type Words = {
  /** The paragraphs in their order; absent: all that is composed. */
  blocks?: WrittenBlock[]
  /** Who is named in a list, by the list's token. A list without an entry names whom it usually does. */
  picks?: Record<string, Pick>
  /** The same as drafts once kept it: ids of units, named in the order of their table. */
  named?: Record<string, string[]>
  /** Who chose and wrote the rest; absent in drafts that are older than this. */
  hands?: Hands
}

export const NO_WORDS: Words = {}

/** The paragraphs of a draft as they stand, for a person to change them. */
export function writtenBlocks(composed: readonly Block[], { blocks }: Words): WrittenBlock[] {
  return blocks ?? composed.map(({ key, kind }) => ({ key, kind }))
}

/** The blocks of the notice: what people wrote, with every figure and list of names as the ranking gives it. */
export function withWords(composed: readonly Block[], words: Words, ranking: Ranking): Block[] {
  const byKey = new Map(composed.map((block) => [block.key, block]))
  return writtenBlocks(composed, words).flatMap(({ key, kind, text, confirmedBy }): Block[] => {
    if (text !== undefined) {
      return [
        {
          key,
          kind,
          runs: runsOf(...bind(text, ranking, words)),
          byHand: confirmedBy === undefined ? 'unconfirmed' : 'confirmed',
        },
      ]
    }
    const block = byKey.get(key)
    return block ? [{ ...block, runs: block.runs.map((run) => chosen(run, words, ranking)) }] : []
  })
}

/** A paragraph as a person may change it: every figure and list of names is a token, "【报送条数】". */
export function templateOf(runs: readonly Run[], categories: readonly CategoryRow[]): string {
  return runs
    .map((run) => {
      if ('figure' in run) return `【${tokenOf(run.figure, categories)}】`
      if ('value' in run) return `【${run.value}】`
      return 'names' in run ? `【${tokenOf(run, categories)}】` : run.text
    })
    .join('')
}

/**
 * The runs of a written text. Throws Fault("invalid") for a token that means nothing, and for a bracket without its
 * other half: a figure can't be typed, only named.
 */
export function bind(text: string, ranking: Ranking, words: Words): Run[] {
  return text.split(/(【[^【】]*】)/).map((piece): Run => {
    if (!/^【.*】$/.test(piece)) {
      if (/[【】]/.test(piece)) throw new Fault('invalid', '有一个【或】没有成对。')
      return { text: piece }
    }
    const token = piece.slice(1, -1)
    const ref = refOf(token, categoriesOf(ranking))
    const measure = ref ? null : measured(token, ranking, ranking.earlier)
    if (measure) return measure
    if (!ref) throw new Fault('invalid', `没有“${piece}”这项数据。可用的数据列在文本框下面，请从中复制。`)
    if ('names' in ref) return chosen({ text: '', ...ref }, words, ranking)
    return { text: String(figureValue(ranking, ref)), figure: ref }
  })
}

/** What was said of a list of names, by its token. */
export function pickOf({ picks = {}, named = {} }: Words, token: string): Pick | undefined {
  const units = named[token]
  return picks[token] ?? (units && { how: 'hand', units, order: 'table' })
}

/** A list of names with the units that were chosen for it, as far as they still belong in it. */
function chosen(run: Run, words: Words, ranking: Ranking): Run {
  if (!('names' in run)) return run
  const ref: NamesRef = { names: run.names, ...(run.category && { category: run.category }) }
  const pick = pickOf(words, tokenOf(ref, categoriesOf(ranking)))
  if (!pick && run.text !== '') return run
  return listRun(ranking, ref, pick) ?? { text: '', ...ref }
}

/** Numbers that a person typed into a text: they do not follow the data. Years, days and 25 % are none. */
export function typedNumbers({ runs, byHand }: Block): string[] {
  if (!byHand) return []
  return runs.flatMap((run) =>
    isPlain(run) ? [...run.text.matchAll(/\d+(?:\.\d+)?(?!\d*(?:年|月|日|%|％|号))/g)].map(([n]) => n) : [],
  )
}
