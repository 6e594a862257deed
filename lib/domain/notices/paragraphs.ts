import { Fault } from '../base/fault'
import type { Block } from './document'
import { withHand, withOne } from './hands'
import { type Words, type WrittenBlock, writtenBlocks } from './words'

/** What can be done to a paragraph of a draft, with the words on its button. */
export const EDITS = {
  write: '保存文字',
  confirm: '确认改写',
  restore: '恢复原文',
  up: '上移',
  down: '下移',
  drop: '删去本段',
} as const
export type Edit = keyof typeof EDITS

/** `by` and `hand`: the name and the id of whoever does it. */
type Change = { key: string; by: string; hand: string; text: string }
type Blocks = readonly WrittenBlock[]

/** Each edit as a change of the paragraphs; `at` is the place of the one that is meant. */
const WORK: Record<Edit, (blocks: Blocks, at: number, change: Change) => Blocks> = {
  write: (blocks, at, { text, by, hand }) =>
    blocks.with(at, { ...bare(blocks, at), text, by, hands: withOne(blocks[at]?.hands, hand) }),
  confirm: (blocks, at, { by }) => {
    const block = blocks[at]
    return block?.text === undefined ? blocks : blocks.with(at, { ...block, confirmedBy: by })
  },
  restore: (blocks, at) => (isOwn(blocks[at]?.key ?? '') ? blocks : blocks.with(at, bare(blocks, at))),
  up: (blocks, at) => swapped(blocks, at, at - 1),
  down: (blocks, at) => swapped(blocks, at, at + 1),
  drop: (blocks, at) => blocks.toSpliced(at, 1),
}

/** What is decided without writing a word: it bears a hand like words do. */
const ARRANGES: readonly Edit[] = ['up', 'down', 'drop']

/** The words of a draft after an edit. Throws Fault("conflict") when the paragraph is not there any more. */
export function withEdit(words: Words, composed: readonly Block[], edit: Edit, change: Change): Words {
  const blocks = writtenBlocks(composed, words)
  const after = { ...words, blocks: [...WORK[edit](blocks, placeOf(blocks, change.key), change)] }
  return ARRANGES.includes(edit) ? { ...after, hands: withHand(words.hands ?? {}, 'arranged', change.hand) } : after
}

/** The words of a draft with paragraphs put behind the one that `after` names; they wait to be confirmed. */
export function withParagraphs(
  words: Words,
  composed: readonly Block[],
  after: string,
  paragraphs: readonly (WrittenBlock & { text: string; hands: string[] })[],
): Words {
  const blocks = writtenBlocks(composed, words)
  return { ...words, blocks: blocks.toSpliced(placeOf(blocks, after) + 1, 0, ...paragraphs) }
}

/** True for a paragraph that somebody added: it has no composed text to go back to. */
export function isOwn(key: string): boolean {
  return key.startsWith('own-')
}

function placeOf(blocks: Blocks, key: string): number {
  const at = blocks.findIndex((block) => block.key === key)
  if (at < 0) throw new Fault('conflict', '这一段已被删去或移动，请刷新页面。')
  return at
}

function bare(blocks: Blocks, at: number): WrittenBlock {
  const { key = '', kind = 'paragraph' } = blocks[at] ?? {}
  return { key, kind }
}

function swapped(blocks: Blocks, at: number, other: number): Blocks {
  const [a, b] = [blocks[at], blocks[other]]
  return a && b ? blocks.with(at, b).with(other, a) : blocks
}
