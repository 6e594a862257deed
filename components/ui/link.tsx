import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { buttonLook } from './button'
import { cx } from './cx'

const KINDS = {
  text: 'text-work underline wrap-anywhere hover:text-work-deep active:text-ink',
  quiet: 'inline-block -my-0.5 py-0.5 text-work wrap-anywhere no-underline hover:underline active:text-work-deep',
  row: 'text-work wrap-anywhere no-underline hover:underline active:text-work-deep',
}

type Props = Omit<ComponentProps<'a'>, 'className' | 'href'> & {
  href: string
  /**
   * `text` in a sentence; `quiet` alone in a list, a cell, a navigation; `row` opens the whole row of a `Table` with
   * `rowLink`; `plain` and `primary` look like buttons.
   */
  kind?: keyof typeof KINDS | 'plain' | 'primary'
  small?: boolean
  /** Through next/link: the page stays while the next one comes. `ahead` fetches it before the press; not in tables. */
  soft?: boolean | 'ahead'
}

/** Goes somewhere. */
export function Link({ kind = 'text', small = false, soft = false, ...link }: Props) {
  const button = kind === 'plain' || kind === 'primary'
  const className = button ? buttonLook(kind, small) : cx(KINDS[kind], small && 'text-sm')
  const own = { ...link, className, ...(kind === 'row' && { 'data-row': '' }) }
  return soft ? <NextLink data-soft="" prefetch={soft === 'ahead' ? null : false} {...own} /> : <a {...own} />
}
