import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { cx } from './cx'

/** One of the views of a page. */
export type Tab = { href: string; name: string; count?: number | string; here?: boolean }

const KINDS = {
  box: {
    list: 'flex flex-wrap gap-1',
    tab: 'block px-3 py-1 border rounded no-underline hover:no-underline hover:border-work active:bg-work-wash',
    here: 'border-work bg-work-wash text-work font-semibold',
    there: 'border-line text-work',
  },
  line: {
    list: 'flex gap-1 whitespace-nowrap overflow-x-auto',
    tab: 'block px-3 py-3 sm:py-4 border-b-3 no-underline hover:no-underline',
    here: 'border-work text-work font-semibold',
    there: 'border-transparent text-ink hover:border-line active:text-work',
  },
  side: {
    list: 'flex flex-wrap gap-x-4 lg:block',
    tab: 'flex justify-between gap-2 py-1 no-underline hover:underline active:text-work-deep',
    here: 'text-ink font-semibold',
    there: 'text-work',
  },
}

type Props = {
  /** What the views differ in: 按状态筛选 */
  label: string
  tabs: readonly Tab[]
  /** `line`: the places of the head. `side`: below each other beside a list, the count at the edge. */
  kind?: keyof typeof KINDS
  small?: boolean
}

/** Views of one page, each with an address of its own. */
export function Tabs({ label, tabs, kind = 'box', small = false }: Props) {
  const look = KINDS[kind]
  // The head stays while the next page comes: a third of a second sooner than a page loaded anew.
  const Way = kind === 'line' ? SoftLink : 'a'
  return (
    <nav aria-label={label} className={cx('print:hidden', small && 'text-sm')}>
      <ul className={look.list}>
        {tabs.map(({ href, name, count, here }) => (
          <li key={`${name} ${href}`}>
            <Way
              href={href}
              aria-current={here ? 'page' : undefined}
              className={cx(look.tab, here ? look.here : look.there)}
            >
              {name}
              {count !== undefined && kind === 'side' && <span className="text-second font-normal"> {count}</span>}
              {count !== undefined && kind !== 'side' && ` ${count}`}
            </Way>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SoftLink(link: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} data-soft="" {...link} />
}
