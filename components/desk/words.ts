import type { Sign } from '@/components/ui/state'
import { compareKinds, type Kind, kindRow } from '@/lib/domain/adoptions/kinds'
import { type ItemState, STATES } from '@/lib/domain/items/item'
import { isNumbered, numberInWords } from '@/lib/domain/items/number'

/** What the desk can be narrowed to: states, and what became of the received ones. */
export const DESK_STATES = {
  received: '已接收',
  ungraded: '待处理',
  graded: '已采用',
  not_used: '未采用',
  sent_back: '退回',
  withdrawn: '撤回',
  duplicate: '重复',
  all: '全部',
} as const

export type DeskState = keyof typeof DESK_STATES

/** Where an item stands on the desk: its sign (for the shape before it) and its words. */
export function standing(
  state: ItemState,
  adopted: readonly { kind: Kind }[],
  notUsed = false,
  ref = '',
): { sign: Sign; words: string } {
  if (state !== 'received') return { sign: state === 'sent_back' ? 'wrong' : 'none', words: STATES[state] }
  if (notUsed) return { sign: 'none', words: DESK_STATES.not_used }
  if (adopted.length === 0) return { sign: 'waits', words: isNumbered(ref) ? DESK_STATES.ungraded : numberInWords(ref) }
  return { sign: 'done', words: `${DESK_STATES.graded}：${kindsInShort(adopted)}` }
}

/** "区级信息、市级简讯×2", in the order of the tables' columns. */
function kindsInShort(adopted: readonly { kind: Kind }[]): string {
  const kinds = [...new Set(adopted.map(({ kind }) => kind))].sort(compareKinds).map(kindRow)
  return kinds
    .map(({ kind, column }) => ({ column, n: adopted.filter((a) => a.kind === kind).length }))
    .map(({ column, n }) => (n > 1 ? `${column}×${n}` : column))
    .join('、')
}
