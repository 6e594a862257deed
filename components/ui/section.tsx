import { type ReactNode, useId } from 'react'
import { cx } from './cx'

type Props = {
  title: ReactNode
  /** Leads here: `#id`. */
  id?: string
  /** One line below the title. */
  about?: ReactNode
  /** At the right of the title. */
  action?: ReactNode
  /** A hairline above it: what follows is about something else. */
  ruled?: boolean
  /** In a column beside the main one: the title is as large as the text. */
  small?: boolean
  className?: string
  children: ReactNode
}

/** A part of a page under its own heading. The gap above it is its own; the first of a column has none. */
export function Section({ title, id, about, action, ruled, small, className, children }: Props) {
  const own = useId()
  const heading = id ? `${id}-title` : own
  return (
    <section
      id={id}
      aria-labelledby={heading}
      className={cx('mt-6 first:mt-0 scroll-mt-4', ruled && 'pt-4 border-t border-line', className)}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 mb-2">
        <h2 id={heading} className={cx('min-w-0 wrap-anywhere', small && 'text-base')}>
          {title}
        </h2>
        {action}
      </div>
      {about && <p className="mb-2 text-sm text-second">{about}</p>}
      {children}
    </section>
  )
}
