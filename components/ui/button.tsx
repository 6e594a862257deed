import { type ComponentProps, type SyntheticEvent, useId } from 'react'
import { cx } from './cx'

export type ButtonKind = 'primary' | 'plain' | 'warning' | 'quiet'

const SHAPE = 'inline-flex items-center justify-center border rounded whitespace-nowrap no-underline scroll-my-24'

const KINDS: Record<ButtonKind, string> = {
  primary:
    'cursor-pointer border-work bg-work text-paper hover:border-work-deep hover:bg-work-deep active:border-ink active:bg-ink',
  plain: 'cursor-pointer border-work bg-paper text-work hover:bg-work-wash active:bg-work active:text-paper',
  warning: 'cursor-pointer border-red bg-paper text-red hover:bg-red-wash active:bg-red active:text-paper',
  quiet: 'cursor-pointer border-transparent text-work hover:underline active:text-work-deep active:underline',
}

const OFF: Record<ButtonKind, string> = {
  primary: 'border-line bg-ground text-second',
  plain: 'border-line bg-ground text-second',
  warning: 'border-line bg-ground text-second',
  quiet: 'border-transparent text-second',
}

const SIZES = { full: 'min-h-10 px-4 py-1', small: 'min-h-8 px-3 text-sm' }
const QUIET_SIZES = { full: 'min-h-8 px-1', small: 'min-h-6 px-1 text-sm' }

/** The look of a button, for whatever is one: a button here, a link in `Link`. */
export function buttonLook(kind: ButtonKind, small: boolean, off = false): string {
  const sizes = kind === 'quiet' ? QUIET_SIZES : SIZES
  return cx(SHAPE, sizes[small ? 'small' : 'full'], off ? OFF[kind] : cx(KINDS[kind], 'hover:no-underline'))
}

type Props = Omit<ComponentProps<'button'>, 'className' | 'disabled'> & {
  /** `primary`: what the page is for, once a page. `warning`: what is hard to take back. `quiet`: in rows and beside. */
  kind?: ButtonKind
  small?: boolean
  /** Why it can't be pressed now; told beside it. */
  blocked?: string | null | false
  /** It is at work and can't be pressed again; the words said meanwhile, or 正在提交…. */
  working?: boolean | string
}

/** Does something. For going somewhere there is `Link`, also in the look of a button. */
export function Button({ kind = 'plain', small = false, blocked, working = false, children, ...button }: Props) {
  const reason = useId()
  if (blocked)
    return (
      <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
        <button
          type="button"
          {...button}
          disabled
          aria-describedby={reason}
          className={cx(buttonLook(kind, small, true), 'cursor-not-allowed')}
        >
          {children}
        </button>
        <span id={reason} className="text-sm text-second">
          {blocked}
        </span>
      </span>
    )
  if (working)
    return (
      <button
        type="button"
        {...button}
        aria-disabled
        aria-busy
        onClick={prevent}
        className={cx(buttonLook(kind, small, true), 'cursor-progress')}
      >
        {working === true ? '正在提交…' : working}
      </button>
    )
  return (
    <button type="button" {...button} className={buttonLook(kind, small)}>
      {children}
    </button>
  )
}

function prevent(event: SyntheticEvent): void {
  event.preventDefault()
}
