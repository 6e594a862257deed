import type { ReactNode } from 'react'

/** What ties a control to its label, help and fault. */
export type Control = { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

type Props = {
  name: string
  label: string
  help?: ReactNode
  fault?: string
  children: (control: Control) => ReactNode
}

/** One question of a form: label, one line of help, its fault, its control. */
export function Field({ name, label, help, fault, children }: Props) {
  const described = [help && `help-${name}`, fault && `fault-${name}`].filter(Boolean).join(' ')
  return (
    <div className={`field ${fault ? 'field-faulty' : ''}`}>
      <label htmlFor={`field-${name}`}>{label}</label>
      {help && (
        <div id={`help-${name}`} className="field-help">
          {help}
        </div>
      )}
      {fault && (
        <div id={`fault-${name}`} className="field-fault">
          {fault}
        </div>
      )}
      {children({
        id: `field-${name}`,
        ...(fault ? { 'aria-invalid': true } : {}),
        ...(described ? { 'aria-describedby': described } : {}),
      })}
    </div>
  )
}
