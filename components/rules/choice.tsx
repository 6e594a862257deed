import { faultOf, typedValue } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import { optionsHtml } from '@/components/form/options'
import type { Result } from '@/lib/domain/result'

type Props = {
  name: string
  label: string
  help?: string
  options: Parameters<typeof optionsHtml>[0]
  /** What is chosen before anybody chose. */
  first?: string
  result: Result
}

/** A select that keeps what was chosen after a fault: a new choice to begin with is a new select. */
export function Choice({ name, label, help, options, first = '', result }: Props) {
  const chosen = typedValue(result, name, first)
  return (
    <Field name={name} label={label} help={help} fault={faultOf(result, name)}>
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
