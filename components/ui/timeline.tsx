import type { ReactNode } from 'react'
import { cx } from './cx'

type Step = { key: string; at: string; says: ReactNode; by?: ReactNode }

/** What happened, when and by whom, in order; nothing but text, so that it is read as one. */
export function Timeline({ steps, small = false }: { steps: readonly Step[]; small?: boolean }) {
  return (
    <ol className={small ? 'text-sm' : undefined}>
      {steps.map(({ key, at, says, by }) => (
        <li
          key={key}
          className={cx(
            'grid grid-cols-1 gap-x-6 py-2 border-b border-line wrap-anywhere',
            !small && 'sm:grid-cols-[13em_minmax(0,1fr)_auto]',
          )}
        >
          <span className="text-second">{at}</span>
          <span>{says}</span>
          <span className="text-second">{by}</span>
        </li>
      ))}
    </ol>
  )
}
