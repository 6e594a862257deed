import type { ReactNode } from 'react'
import { cx } from './cx'

/** What a state means for whoever reads it. In a row write `<td data-sign="done">`: the table knows these too. */
export type Sign = 'none' | 'open' | 'waits' | 'half' | 'live' | 'done' | 'wrong'

const SIGNS: Record<Sign, string> = {
  none: "before:content-['–_'] before:text-second",
  open: "before:content-['○_'] before:text-second",
  waits: "before:content-['○_'] before:text-late",
  half: "before:content-['◐_'] before:text-late",
  live: "before:content-['●_'] before:text-work",
  done: "before:content-['●_'] before:text-done",
  wrong: "before:content-['▲_'] before:text-red",
}

/** The same, for the cells of a table. */
export const SIGNED_CELLS = cx(
  "[&_[data-sign=none]]:before:content-['–_'] [&_[data-sign=none]]:before:text-second",
  "[&_[data-sign=open]]:before:content-['○_'] [&_[data-sign=open]]:before:text-second",
  "[&_[data-sign=waits]]:before:content-['○_'] [&_[data-sign=waits]]:before:text-late",
  "[&_[data-sign=half]]:before:content-['◐_'] [&_[data-sign=half]]:before:text-late",
  "[&_[data-sign=live]]:before:content-['●_'] [&_[data-sign=live]]:before:text-work",
  "[&_[data-sign=done]]:before:content-['●_'] [&_[data-sign=done]]:before:text-done",
  "[&_[data-sign=wrong]]:before:content-['▲_'] [&_[data-sign=wrong]]:before:text-red",
)

/** A state: a shape and a word, never colour alone. */
export function State({ sign, children }: { sign: Sign; children: ReactNode }) {
  return <span className={cx('whitespace-nowrap', SIGNS[sign])}>{children}</span>
}
