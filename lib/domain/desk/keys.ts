import { KINDS, type Kind, type KindRow } from '../adoptions/kinds'

export type DeskCommand = 'next' | 'previous' | 'open' | 'send_back' | 'not_used' | 'undo' | 'search' | 'help' | Kind

export type DeskKey = { key: string; other?: string; command: DeskCommand; words: string; short?: string }

/**
 * The keys of the desk, in the order in which they are explained. `other` does the same. Kinds of adoption have the
 * digits, as far as they reach.
 */
export function deskKeys(kinds: readonly KindRow[] = KINDS): readonly DeskKey[] {
  return [
    { key: 'J', other: 'ArrowDown', command: 'next', words: '下一条' },
    { key: 'K', other: 'ArrowUp', command: 'previous', words: '上一条' },
    { key: 'Enter', command: 'open', words: '打开本条的办理页' },
    ...kinds.slice(0, 9).map(({ kind, name, column }, i) => ({
      key: String(i + 1),
      command: kind,
      words: `登记${name}`,
      short: column.replace('级', ''),
    })),
    { key: 'B', command: 'send_back', words: '退回，写明原因', short: '退回' },
    { key: 'X', command: 'not_used', words: '定为未采用，写明原因', short: '不用' },
    { key: 'U', command: 'undo', words: '撤销自己刚才的操作', short: '撤销' },
    { key: '/', command: 'search', words: '检索' },
    { key: '?', command: 'help', words: '列出这些按键' },
  ]
}

/** Keys as they are printed. */
export const KEY_NAMES: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Enter: '回车' }

export type Press = {
  key: string
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  isComposing: boolean
  repeat: boolean
}

/** Where the press falls: in a field in which one types; on a control that has an Enter of its own. */
export type Target = { typing: boolean; control: boolean }

/**
 * What a press asks the desk to do, or null. Nothing while someone types or composes, nothing with Ctrl, Alt or Meta;
 * only moving repeats while a key is held; without single-character keys (WCAG 2.1.4) the named ones are left.
 */
export function commandOf(
  press: Press,
  { typing, control }: Target,
  characters = true,
  keys: readonly DeskKey[] = deskKeys(),
): DeskCommand | null {
  if (typing || press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return null
  const single = press.key.length === 1
  if (single && !characters) return null
  const pressed = single ? press.key.toUpperCase() : press.key
  const found = keys.find(({ key, other }) => key === pressed || other === pressed)?.command
  if (!found || (found === 'open' && control)) return null
  return press.repeat && found !== 'next' && found !== 'previous' ? null : found
}
