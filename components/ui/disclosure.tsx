import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

type Props = Omit<ComponentProps<'details'>, 'className'> & {
  summary: ReactNode
  /** Opens over what is below it, without moving it: a short list of ways. */
  over?: boolean
  small?: boolean
}

/** What isn't needed by everybody: opens on demand, without scripts. */
export function Disclosure({ summary, over = false, small = false, children, ...details }: Props) {
  return (
    <details {...details} className={cx(over && 'relative')}>
      <summary
        className={cx('w-fit py-1 text-work cursor-pointer hover:underline active:text-work-deep', small && 'text-sm')}
      >
        {summary}
      </summary>
      {over ? (
        <div className="absolute right-0 z-20 w-max max-w-[calc(100vw-2rem)] max-h-80 overflow-y-auto px-4 py-2 border border-line bg-paper">
          {children}
        </div>
      ) : (
        <div className="pt-2">{children}</div>
      )}
    </details>
  )
}
