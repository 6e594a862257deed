import { cx } from './cx'

/** How a control that is typed into or chosen from looks, beside its place. */
export type ControlLook = {
  small?: boolean
  /** Of a figure: right-aligned. */
  number?: boolean
  /** `short` for a number, `medium` for a day; as wide as its place otherwise. */
  width?: 'full' | 'medium' | 'short'
}

const SHAPE =
  'border border-edge rounded bg-paper text-ink scroll-my-24 placeholder:text-second hover:border-ink focus-visible:outline-offset-0 disabled:border-line disabled:bg-ground disabled:text-second [&[readonly]]:border-line [&[readonly]]:bg-ground aria-invalid:border-2 aria-invalid:border-red'

const SIZES = { full: 'min-h-10 px-3 py-1', small: 'min-h-8 px-2 text-sm' }
const WIDTHS = { full: 'w-full', medium: 'w-48 max-w-full', short: 'w-24 max-w-full' }

/** The classes of an input, a text area, a select. */
export function controlLook({ small = false, number = false, width = 'full' }: ControlLook): string {
  return cx(SHAPE, SIZES[small ? 'small' : 'full'], WIDTHS[width], number && 'text-right')
}
