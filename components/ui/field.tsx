import type { ReactNode } from 'react'
import { cx } from './cx'

/** What ties a control to its label, help and fault. */
export type Control = { id?: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

/** A control without a label of its own (in a cell, in a bar) names itself. */
export type Named = { label: string } | { label?: undefined; 'aria-label': string }

/** What every question has. */
export type Asked = {
  name?: string
  /** One line under the label. */
  help?: ReactNode
  /** What is wrong with the answer. */
  fault?: string | null | false
  /**
   * Tells questions of one name on one page apart. The list of faults leads to the bare name, which then only the
   * question at fault bears.
   */
  of?: string
  /** Under the control: how long a text is, what was chosen. */
  after?: ReactNode
}

type FieldProps = Asked & { name: string; label?: string; children: (control: Control) => ReactNode }

/** One question: label, one line of help, its fault, its control. `Input`, `TextArea`, `Select` bring it along. */
export function Field({ name, label, help, fault, of, after, children }: FieldProps) {
  if (label === undefined) return children(fault ? { 'aria-invalid': true } : {})
  const place = placeOf(name, of, fault)
  const described = cx(help ? `help-${place}` : null, fault ? `fault-${place}` : null)
  return (
    <div className={cx('min-w-0', fault && FAULTY)}>
      <label htmlFor={`field-${place}`} className="block mb-1 font-semibold">
        {label}
      </label>
      <Said place={place} help={help} fault={fault} />
      {children({
        id: `field-${place}`,
        ...(fault ? { 'aria-invalid': true } : {}),
        ...(described ? { 'aria-describedby': described } : {}),
      })}
      {after && <div className="mt-1 text-sm text-second">{after}</div>}
    </div>
  )
}

/** The bar left of what is at fault. */
export const FAULTY = 'border-l-4 border-red pl-3'

/** Help and fault between a label and its control. */
export function Said({ place, help, fault }: { place: string } & Pick<Asked, 'help' | 'fault'>) {
  return (
    <>
      {help && (
        <div id={`help-${place}`} className="mb-1 text-sm text-second">
          {help}
        </div>
      )}
      {fault && (
        <div id={`fault-${place}`} className="mb-1 font-semibold text-red">
          {fault}
        </div>
      )}
    </>
  )
}

/** The name that the ids of a question are made of. */
export function placeOf(name: string, of: string | undefined, fault: Asked['fault']): string {
  return of === undefined || fault ? name : `${name}-${of}`
}
