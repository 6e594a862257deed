import type { ComponentProps } from 'react'
import { cx } from './cx'

const TONES = {
  info: 'border-work bg-work-wash',
  done: 'border-done bg-done-wash',
  late: 'border-late bg-late-wash',
  wrong: 'border-red bg-red-wash',
}

type Props = ComponentProps<'div'> & {
  /** `done`: it went well. `late`: mind this. `wrong`: it didn't go, or isn't right. */
  tone?: keyof typeof TONES
  small?: boolean
}

/** Something to know before going on. The words say what the colour says. `className` places it. */
export function Note({ tone = 'info', small = false, className, ...note }: Props) {
  return (
    <div
      {...note}
      className={cx('border-l-4 px-4 wrap-anywhere', small ? 'py-2 text-sm' : 'py-3', TONES[tone], className)}
    />
  )
}
