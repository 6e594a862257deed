import type { ReactNode } from 'react'
import { cx } from './cx'
import { type Asked, FAULTY, placeOf, Said } from './field'

const COLUMNS = {
  row: 'flex flex-wrap gap-x-6',
  one: 'grid grid-cols-1',
  two: 'grid grid-cols-2 gap-x-4',
  many: 'grid grid-cols-[repeat(auto-fill,minmax(10em,1fr))] gap-x-4',
}

type Props = Asked & {
  name: string
  label: ReactNode
  /** How the answers stand: in a row, below each other, in two columns, in as many as there is room for. */
  columns?: keyof typeof COLUMNS
  /** `Choice`s. */
  children: ReactNode
}

/** A question with its answers in sight: radio buttons or boxes to tick. The list of faults leads to the whole group. */
export function Choices({ name, label, help, fault, of, after, columns = 'row', children }: Props) {
  const place = placeOf(name, of, fault)
  return (
    // A legend begins above the edge of its fieldset, so the bar stands on a box around it.
    <div className={cx('min-w-0', fault && FAULTY)}>
      <fieldset
        id={`field-${place}`}
        tabIndex={-1}
        className="min-w-0 scroll-my-24"
        aria-describedby={cx(help ? `help-${place}` : null, fault ? `fault-${place}` : null) || undefined}
      >
        <legend className="mb-1 font-semibold">{label}</legend>
        <Said place={place} help={help} fault={fault} />
        <div className={COLUMNS[columns]}>{children}</div>
        {after && <div className="mt-1 text-sm text-second">{after}</div>}
      </fieldset>
    </div>
  )
}
