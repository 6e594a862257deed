import type { ComponentProps } from 'react'
import { cx } from './cx'

const WIDTHS = { full: '', form: 'max-w-[48em]', note: 'max-w-[40em] mx-auto' }

type Props = ComponentProps<'div'> & {
  /** `form`: one column of questions. `note`: a page of a few sentences, in the middle. */
  width?: keyof typeof WIDTHS
}

/** White paper on the ground: whatever a page says stands on one. `className` places it. */
export function Sheet({ width = 'full', className, ...sheet }: Props) {
  return (
    <div
      {...sheet}
      className={cx(
        'min-w-0 p-4 sm:p-6 border-y sm:border-x border-line bg-paper print:p-0 print:border-0',
        WIDTHS[width],
        className,
      )}
    />
  )
}
