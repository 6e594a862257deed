import type { ComponentProps } from 'react'
import { type Asked, Field } from './field'

type Props = Omit<ComponentProps<'input'>, 'className' | 'type' | 'name'> &
  Asked & {
    name: string
    label: string
    /** What was chosen and isn't saved yet, each with its size in words. */
    chosen?: readonly { name: string; size: string }[]
  }

const BUTTON =
  'file:mr-3 file:min-h-8 file:px-3 file:border file:border-solid file:border-work file:rounded file:bg-paper file:text-sm file:text-work file:cursor-pointer'

/** Files of this machine, with the question around them. */
export function FileInput({ label, help, fault, of, after, chosen = [], ...input }: Props) {
  const list = chosen.length > 0 && (
    <ul aria-label="已选择，尚未保存" className="wrap-anywhere">
      {chosen.map(({ name, size }) => (
        <li key={`${name}-${size}`}>
          <span className="text-ink">{name}</span>　{size}，尚未保存
        </li>
      ))}
    </ul>
  )
  return (
    <Field name={input.name} label={label} help={help} fault={fault} of={of} after={list || after}>
      {(control) => (
        <input
          {...control}
          {...input}
          type="file"
          className={`block w-full p-1 border border-edge rounded bg-paper text-sm scroll-my-24 hover:border-ink focus-visible:outline-offset-0 aria-invalid:border-2 aria-invalid:border-red ${BUTTON}`}
        />
      )}
    </Field>
  )
}
