import type { ComponentProps } from 'react'
import { controlLook } from './control'
import { cx } from './cx'
import { type Asked, Field, type Named } from './field'

type Props = Omit<ComponentProps<'textarea'>, 'className' | 'name'> & Asked & Named

/** Several lines, with their question around them. For long texts give `rows` and a `Measure` in `after`. */
export function TextArea({ label, help, fault, of, after, rows = 3, ...area }: Props) {
  return (
    <Field name={area.name ?? ''} label={label} help={help} fault={fault} of={of} after={after}>
      {(control) => (
        <textarea {...control} {...area} rows={rows} className={cx(controlLook({}), 'block resize-y py-2')} />
      )}
    </Field>
  )
}
