import type { ReactNode } from 'react'
import { cx } from './cx'

const KINDS = {
  aside: 'lg:grid-cols-[minmax(0,1fr)_22rem]',
  half: 'lg:grid-cols-2',
  third: 'lg:grid-cols-3',
}

type Props = {
  /** `aside`: a main column and a narrow one beside it. */
  kind?: keyof typeof KINDS
  /** The second column stays in sight and scrolls by itself. */
  stay?: boolean
  className?: string
  children: ReactNode
}

/** Columns where there is room, below each other where not. */
export function Columns({ kind = 'half', stay = false, className, children }: Props) {
  return (
    <div
      className={cx(
        'grid grid-cols-1 items-start gap-6 lg:gap-x-12',
        KINDS[kind],
        stay &&
          // What scrolls cuts what lies outside it: room for the mark of the focus.
          'lg:[&>aside]:sticky lg:[&>aside]:top-4 lg:[&>aside]:max-h-[calc(100vh-2rem)] lg:[&>aside]:overflow-y-auto lg:[&>aside]:-mr-2 lg:[&>aside]:pr-2',
        className,
      )}
    >
      {children}
    </div>
  )
}
