import type { ComponentProps } from 'react'
import { type ControlLook, controlLook } from './control'
import { type Asked, Field, type Named } from './field'
import { type Option, type OptionGroup, optionsMarkup } from './options'

type Props = Omit<ComponentProps<'select'>, 'className' | 'name' | 'children' | 'value' | 'defaultValue'> &
  Asked &
  ControlLook &
  Named & {
    options: readonly (Option | OptionGroup)[]
    /** Chosen to begin with: a new choice to begin with is a new select. */
    defaultValue?: string
    /** Chosen by whoever draws it. */
    value?: string
  }

/** One of many. Two to five answers that should all be seen are `Choices`. */
export function Select(props: Props) {
  const { label, help, fault, of, after, small, number, width, options, defaultValue, ...select } = props
  const chosen = select.value ?? defaultValue ?? ''
  return (
    <Field name={select.name ?? ''} label={label} help={help} fault={fault} of={of} after={after}>
      {(control) => (
        <select
          {...control}
          {...select}
          key={select.value === undefined ? chosen : undefined}
          className={controlLook({ small, number, width }, true)}
          // React leaves it alone as long as it says the same, and with it what was chosen since.
          dangerouslySetInnerHTML={{ __html: optionsMarkup(options, chosen) }}
        />
      )}
    </Field>
  )
}
