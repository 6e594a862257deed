import type { ComponentProps } from 'react'
import { type ControlLook, controlLook } from './control'
import { type Asked, Field, type Named } from './field'

type Props = Omit<ComponentProps<'input'>, 'className' | 'width' | 'name'> & Asked & ControlLook & Named

/**
 * A line, a day, a number, with its question around it. Takes `{...register('title')}` of react-hook-form as it is;
 * without a label it is the bare control.
 */
export function Input({ label, help, fault, of, after, small, number, width, ...input }: Props) {
  return (
    <Field name={input.name ?? ''} label={label} help={help} fault={fault} of={of} after={after}>
      {(control) => <input {...control} {...input} className={controlLook({ small, number, width })} />}
    </Field>
  )
}
