import type { ReactNode } from 'react'
import { cx } from './cx'

type Props = {
  /** What is safe, what will happen: 已保存 14:05. Read out when it changes. */
  says?: ReactNode
  /** Stays at the window's lower edge, within the thumb's reach, as wide as its `Sheet`, or as its column. */
  stay?: boolean | 'column'
  className?: string
  /** Buttons, the primary one last where the bar stays, first otherwise. */
  children: ReactNode
}

/** The buttons of a form or a page. */
export function Actions({ says, stay = false, className, children }: Props) {
  return (
    <div
      className={cx(
        'flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden',
        stay && 'sticky bottom-0 z-10 py-3 border-t border-line bg-paper justify-end',
        stay === true && '-mx-4 -mb-4 sm:-mx-6 sm:-mb-6 px-4 sm:px-6',
        className,
      )}
    >
      {says !== undefined && (
        <p role="status" className={cx('text-sm text-second', stay ? 'flex-1 min-w-[8em]' : 'order-last')}>
          {says}
        </p>
      )}
      {children}
    </div>
  )
}
