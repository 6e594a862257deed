import { type ComponentProps, type ReactNode, useId } from 'react'
import { cx } from './cx'
import { FAULTY, Said } from './field'

type Props = Omit<ComponentProps<'input'>, 'className' | 'type' | 'disabled'> & {
  type: 'radio' | 'checkbox'
  label: ReactNode
  /** What it means, under the label. */
  help?: ReactNode
  fault?: string | null | false
  /** Why it can't be chosen; told under the label. */
  blocked?: string | null | false
  small?: boolean
}

/** One box to tick, or one answer of a `Choices`. Takes `{...register('type')}` of react-hook-form as it is. */
export function Choice({ type, label, help, fault, blocked, small = false, ...input }: Props) {
  const own = useId()
  const place = input.name ?? own
  const below = blocked || help
  return (
    <div className={cx('min-w-0', small && 'text-sm', fault && FAULTY)}>
      <Said place={place} fault={fault} />
      <div className="flex items-start gap-2">
        <input
          id={fault ? `field-${place}` : own}
          aria-invalid={fault ? true : undefined}
          aria-describedby={cx(below ? `${own}-help` : null, fault ? `fault-${place}` : null) || undefined}
          {...input}
          type={type}
          disabled={Boolean(blocked)}
          className="flex-none size-4 my-2 accent-work scroll-my-24"
        />
        <div className="min-w-0 py-1">
          <label htmlFor={input.id ?? (fault ? `field-${place}` : own)} className={blocked ? 'text-second' : LABEL}>
            {label}
          </label>
          {below && (
            <div id={`${own}-help`} className="text-sm text-second">
              {below}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}

const LABEL = 'cursor-pointer wrap-anywhere'
