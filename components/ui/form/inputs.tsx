import type { InputHTMLAttributes } from 'react'
import type { Result } from '@/lib/domain/base/result'
import { faultOf, typedValue } from './action-form'
import { Field } from './field'
import { optionsHtml } from './options'

/** What every question of an action's form has. */
type Asked = {
  result: Result
  name: string
  label: string
  help?: string
  /**
   * Tells fields of one name on one page apart. The list of faults leads to the bare name, which then only the field at
   * fault bears.
   */
  of?: string
  /** What stands there before anybody typed. */
  otherwise?: string
}

type InputProps = Asked &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'min' | 'max' | 'maxLength' | 'list' | 'readOnly' | 'autoComplete' | 'inputMode'
  >

/** A line, a day, a number: what was typed stays after a fault. */
export function InputField({ result, name, label, help, of, otherwise, ...input }: InputProps) {
  const fault = faultOf(result, name)
  return (
    <Field name={placeOf(name, of, fault)} label={label} help={help} fault={fault}>
      {(control) => (
        <input
          {...control}
          {...input}
          name={name}
          className="input"
          defaultValue={typedValue(result, name, otherwise)}
        />
      )}
    </Field>
  )
}

/** Several lines. */
export function TextAreaField({ result, name, label, help, of, otherwise, rows = 3 }: Asked & { rows?: number }) {
  const fault = faultOf(result, name)
  return (
    <Field name={placeOf(name, of, fault)} label={label} help={help} fault={fault}>
      {(control) => (
        <textarea
          {...control}
          name={name}
          rows={rows}
          className="input"
          defaultValue={typedValue(result, name, otherwise)}
        />
      )}
    </Field>
  )
}

type ChoiceProps = Asked & { options: Parameters<typeof optionsHtml>[0] }

/** A select that keeps what was chosen after a fault: a new choice to begin with is a new select. */
export function SelectField({ result, name, label, help, of, otherwise, options }: ChoiceProps) {
  const fault = faultOf(result, name)
  const chosen = typedValue(result, name, otherwise)
  return (
    <Field name={placeOf(name, of, fault)} label={label} help={help} fault={fault}>
      {(control) => (
        <select
          {...control}
          key={chosen}
          name={name}
          className="input"
          dangerouslySetInnerHTML={optionsHtml(options, chosen)}
        />
      )}
    </Field>
  )
}

function placeOf(name: string, of: string | undefined, fault: string | undefined): string {
  return of === undefined || fault ? name : `${name}-${of}`
}
