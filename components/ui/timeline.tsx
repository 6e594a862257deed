import type { ReactNode } from 'react'
import { cx } from './cx'

type Step = { key: string; at: string; says: ReactNode; by?: ReactNode }

/** What happened, when and by whom, in order; a step is one line where its place is wide enough for that. */
export function Timeline({ steps, small = false }: { steps: readonly Step[]; small?: boolean }) {
  return (
    <ol className={cx('@container', small && 'text-sm')}>
      {steps.map(({ key, at, says, by }) => (
        <li
          key={key}
          className="grid grid-cols-1 @min-[34rem]:grid-cols-[12em_minmax(0,1fr)_auto] gap-x-6 py-2 border-b border-line wrap-anywhere"
        >
          <span className="text-second">{at}</span>
          <span>{says}</span>
          <span className="text-second">{by}</span>
        </li>
      ))}
    </ol>
  )
}
