import type { ReactNode } from 'react'
import { cx } from './cx'
import { FAULTY, Said } from './field'

/** Two small ones, such as a number and a day, find room side by side on a phone too. */
const SMALL_PAIR = 'grid-cols-2'
const COLUMNS = {
  1: 'grid-cols-1',
  2: 'grid-cols-1 sm:grid-cols-2',
  3: 'grid-cols-1 sm:grid-cols-3',
  4: 'grid-cols-2 lg:grid-cols-4',
}

type Props = {
  columns?: keyof typeof COLUMNS
  small?: boolean
  /** Where one fault is about all of them together: its name, to which the list of faults leads, and its words. */
  name?: string
  fault?: string
  children: ReactNode
}

/** Questions below each other, or side by side with their controls on one line. Nest them for pairs. */
export function Fields({ columns = 1, small = false, name, fault, children }: Props) {
  return (
    <div
      id={name && `field-${name}`}
      className={cx(
        'grid items-end gap-x-4',
        small ? 'gap-y-4' : 'gap-y-6',
        small && columns === 2 ? SMALL_PAIR : COLUMNS[columns],
        fault && FAULTY,
      )}
    >
      {name && fault && (
        <div>
          <Said place={name} fault={fault} />
        </div>
      )}
      {children}
    </div>
  )
}
