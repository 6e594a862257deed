import { type ComponentProps, useMemo } from 'react'
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
  // The same object as long as it says the same: React writes the options anew for a new one, and forgets the choice.
  const markup = optionsMarkup(options, chosen)
  const html = useMemo(() => ({ __html: markup }), [markup])
  return (
    <Field name={select.name ?? ''} label={label} help={help} fault={fault} of={of} after={after}>
      {(control) => (
        <select
          {...control}
          {...select}
          key={select.value === undefined ? chosen : undefined}
          className={controlLook({ small, number, width }, true)}
          dangerouslySetInnerHTML={html}
        />
      )}
    </Field>
  )
}
