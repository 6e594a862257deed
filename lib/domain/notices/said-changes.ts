import { figureValue } from '../figures/figure'
import type { Ranking } from '../figures/ranking'
import type { Block, NamesRef, Run } from './document'
import { listRun, type Pick, unitsNamed, usualPick } from './lists'
import { measured } from './measures'
import { noticeAttachments } from './tables'

/** A piece of the text, or the legend under a table, that is no longer what it was; empty where it was or is not there. */
export type SaidChange = { of: 'text'; place: string; before: string; after: string }

/** The paragraphs of a notice as issued, the ranking that they were made of, and what its words make of any ranking. */
export type WordsOfIssued = {
  blocks: readonly Block[]
  ranking: Ranking
  compose: (ranking: Ranking) => readonly Block[]
}

/** Every clause of an issued text that reads otherwise by one ranking than by another: figures, lists of names, sentences. */
export function saidBetween(issued: WordsOfIssued, before: Ranking, now: Ranking): SaidChange[] {
  const composed = [issued.ranking, before, now].map(
    (ranking) => new Map(issued.compose(ranking).map((b) => [b.key, b])),
  )
  const [then, was, is] = composed
  return issued.blocks.flatMap((block) => {
    // What the words of the notice make today, as long as they make of its own figures what was printed.
    const follows = textOf(then?.get(block.key)) === textOf(block)
    const [a, b] = follows
      ? [textOf(was?.get(block.key)), textOf(is?.get(block.key))]
      : [rebound(block, issued.ranking, before), rebound(block, issued.ranking, now)]
    return changedPieces(a, b).map(([before, after]) => ({ of: 'text' as const, place: '正文', before, after }))
  })
}

/** The legends that a table has by one ranking and not by another. */
export function legendsBetween(before: Ranking, now: Ranking): SaidChange[] {
  const tables = (ranking: Ranking) => noticeAttachments(ranking).flatMap(({ tables }) => tables)
  const old = new Map(tables(before).map(({ title, legend }) => [title, legend]))
  return tables(now).flatMap(({ title, legend }) => {
    const was = old.get(title)
    return was === undefined || was === legend
      ? []
      : [{ of: 'text' as const, place: `${title}说明`, before: bare(was), after: bare(legend) }]
  })
}

const bare = (legend: string) => legend.replace(/^说明：/, '').replace(/。$/, '')

const textOf = (block: Block | undefined) => (block?.runs ?? []).map(({ text }) => text).join('')

/** A paragraph as it was printed, its figures and lists of names those of a ranking. */
function rebound({ runs }: Block, issued: Ranking, ranking: Ranking): string {
  return runs.map((run) => pieceBy(run, issued, ranking)).join('')
}

function pieceBy(run: Run, issued: Ranking, ranking: Ranking): string {
  if ('figure' in run) return String(figureValue(ranking, run.figure))
  if ('value' in run) return measured(run.value, ranking, ranking.earlier ?? issued.earlier)?.text ?? run.text
  if (!('names' in run)) return run.text
  const ref: NamesRef = { names: run.names, ...(run.category && { category: run.category }) }
  return listRun(ranking, ref, pickBehind(run.text, issued, ref))?.text ?? ''
}

/** How a list came to name whom it names: the first rule that gives what was printed, else those very units. */
function pickBehind(printed: string, issued: Ranking, ref: NamesRef): Pick | undefined {
  const shown = printed.replace(/等$/, '').split('、')
  const rules: (Pick | undefined)[] = [undefined, { how: 'all' }, { how: 'first', n: shown.length }, usualPick(ref)]
  if (printed.endsWith('等')) rules.splice(1, 1)
  const rule = rules.findIndex((pick) => listRun(issued, ref, pick)?.text === printed)
  if (rule >= 0) return rules[rule]
  const units = unitsNamed(issued, ref)
  const chosen = shown.flatMap((name) => units.find(({ unit }) => unit === name)?.unitId ?? [])
  return { how: 'hand', units: chosen, order: 'ticked' }
}

/** The pieces of a text that differ, in pairs: clause by clause where two sentences have as many, else whole sentences. */
export function changedPieces(before: string, after: string): [string, string][] {
  const [a, b] = [before, after].map((text) => text.split(/(?<=。)/).filter((sentence) => sentence !== ''))
  const [head, rest, others] = peeled(a ?? [], b ?? [])
  const [tail, middle, otherMiddle] = peeled(rest.toReversed(), others.toReversed())
  const whole: [string, string] = [middle.toReversed().join(''), otherMiddle.toReversed().join('')]
  return [...head, ...(whole[0] === whole[1] ? [] : [whole]), ...tail.toReversed()]
    .flatMap(([from, to]) => inClauses(from, to))
    .map(([from, to]) => [stopless(from), stopless(to)])
}

type Pairs = [string, string][]

/** Pairs of sentences that begin alike, as far as two lists go on alike, and what is left of both. */
function peeled(a: readonly string[], b: readonly string[]): [Pairs, string[], string[]] {
  let at = 0
  while (at < a.length && at < b.length && alike(a[at] ?? '', b[at] ?? '')) at++
  return [a.slice(0, at).map((sentence, i) => [sentence, b[i] ?? '']), a.slice(at), b.slice(at)]
}

const ALIKE = 4
const alike = (a: string, b: string) => a.slice(0, ALIKE) === b.slice(0, ALIKE)

function inClauses(from: string, to: string): Pairs {
  if (from === to) return []
  const [own, others] = [from, to].map((sentence) => sentence.split(/(?<=[，；：])/))
  if (!own || !others || own.length !== others.length) return [[from, to]]
  return own.flatMap((clause, at): Pairs => (clause === others[at] ? [] : [[clause, others[at] ?? '']]))
}

const stopless = (text: string) => text.replace(/[，；：。]$/, '')
