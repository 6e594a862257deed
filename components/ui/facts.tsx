import type { ReactNode } from 'react'
import { cx } from './cx'

const KINDS = {
  columns: 'grid grid-cols-[repeat(auto-fill,minmax(17em,1fr))] gap-x-6 gap-y-1 [&_dt]:w-[5em]',
  lines: 'grid grid-cols-1 gap-y-1 [&_dt]:w-[6em]',
}

type Props = {
  facts: readonly (readonly [name: string, value: ReactNode])[]
  /** In as many columns as there is room for, or one below the other. */
  kind?: keyof typeof KINDS
  /** Between two hairlines. */
  ruled?: boolean
  small?: boolean
  /** Said where a value is missing. */
  otherwise?: string
}

/** Names and values that belong to one thing. */
export function Facts({ facts, kind = 'columns', ruled = false, small = false, otherwise = '未填' }: Props) {
  return (
    <dl className={cx(KINDS[kind], ruled && 'py-4 border-y border-line', small && 'text-sm')}>
      {facts.map(([name, value]) => (
        <div key={name} className="flex gap-3">
          <dt className="flex-none text-second">{name}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {value === null || value === undefined || value === '' ? otherwise : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
