import { cx } from './cx'

/** How a control that is typed into or chosen from looks, beside its place. */
export type ControlLook = {
  small?: boolean
  /** Of a figure: right-aligned. */
  number?: boolean
  /** `short` for a number, `medium` for a day, `own` as wide as its choices; as wide as its place otherwise. */
  width?: 'full' | 'medium' | 'short' | 'own'
}

const SHAPE =
  'border border-edge rounded bg-paper text-ink scroll-my-24 placeholder:text-second hover:border-ink focus-visible:outline-offset-0 disabled:border-line disabled:bg-ground disabled:text-second [&[readonly]]:border-line [&[readonly]]:bg-ground aria-invalid:border-2 aria-invalid:border-red'

const SIZES = { full: 'min-h-10 py-1', small: 'min-h-8 text-sm' }
const SIDES = { full: 'px-3', small: 'px-2' }
/** Browsers set the words of a select 4 px in by themselves. */
const SELECT_SIDES = { full: 'px-2', small: 'px-1' }
const WIDTHS = { full: 'w-full', medium: 'w-48 max-w-full', short: 'w-24 max-w-full', own: 'max-w-full' }

/** The classes of an input, a text area, a select. */
export function controlLook({ small = false, number = false, width = 'full' }: ControlLook, select = false): string {
  const size = small ? 'small' : 'full'
  const sides = select ? SELECT_SIDES : SIDES
  return cx(SHAPE, SIZES[size], sides[size], WIDTHS[width], number && 'text-right')
}
