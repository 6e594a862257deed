import type { ComponentProps } from 'react'
import { cx } from './cx'

const KINDS = {
  ruled: '[&>li]:py-2 [&>li]:border-b [&>li]:border-line',
  plain: '',
  points: 'list-disc pl-6 [&>li+li]:mt-1',
}

type Props = ComponentProps<'ul'> & {
  /** `ruled`: things, a hairline under each. `points`: sentences. */
  kind?: keyof typeof KINDS
  small?: boolean
}

/** Things below each other that have no columns. */
export function List({ kind = 'ruled', small = false, className, ...list }: Props) {
  return <ul {...list} className={cx('wrap-anywhere', KINDS[kind], small && 'text-sm', className)} />
}

/** The same, numbered. */
export function NumberedList({
  kind = 'ruled',
  small = false,
  className,
  ...list
}: Omit<ComponentProps<'ol'>, 'type'> & Pick<Props, 'kind' | 'small'>) {
  return (
    <ol {...list} className={cx('wrap-anywhere', KINDS[kind], 'list-decimal pl-8', small && 'text-sm', className)} />
  )
}
