import type { ReactNode } from 'react'
import { cx } from './cx'

/** Figures side by side: two in a row on a phone. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 lg:grid-flow-col lg:auto-cols-fr gap-6">{children}</dl>
}

type Props = {
  name: string
  value: ReactNode
  unit?: string
  /** Against what: 比上季度 +12 */
  change?: ReactNode
  /** The list behind it. */
  href?: string
  small?: boolean
}

/** One figure of a page: what it counts, the number, the list behind it. Within `Figures`. */
export function Figure({ name, value, unit, change, href, small = false }: Props) {
  const number = (
    <>
      <strong className={cx('font-semibold', small ? 'text-xl' : 'text-2xl')}>{value}</strong>
      {unit && <span className="text-second"> {unit}</span>}
    </>
  )
  return (
    <div className="min-w-0">
      <dt className="text-second">{name}</dt>
      <dd>
        {href ? (
          <a href={href} className="text-work underline underline-offset-4">
            {number}
          </a>
        ) : (
          number
        )}
      </dd>
      {change && <dd className="text-sm text-second">{change}</dd>}
    </div>
  )
}
