import { cx } from './cx'

/** One of the views of a page. */
export type Tab = { href: string; name: string; count?: number; here?: boolean }

const KINDS = {
  box: {
    list: 'flex flex-wrap gap-1',
    tab: 'block px-3 py-1 border rounded no-underline hover:no-underline hover:border-work active:bg-work-wash',
    here: 'border-work bg-work-wash text-work font-semibold',
    there: 'border-line text-work',
  },
  line: {
    list: 'flex gap-1 whitespace-nowrap overflow-x-auto',
    tab: 'block px-3 py-3 border-b-3 no-underline hover:no-underline',
    here: 'border-work text-work font-semibold',
    there: 'border-transparent text-ink hover:border-line active:text-work',
  },
}

type Props = {
  /** What the views differ in: 按状态筛选 */
  label: string
  tabs: readonly Tab[]
  /** `line`: the places of the head. */
  kind?: keyof typeof KINDS
  small?: boolean
}

/** Views of one page, each with an address of its own. */
export function Tabs({ label, tabs, kind = 'box', small = false }: Props) {
  const look = KINDS[kind]
  return (
    <nav aria-label={label} className={cx('print:hidden', small && 'text-sm')}>
      <ul className={look.list}>
        {tabs.map(({ href, name, count, here }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={here ? 'page' : undefined}
              className={cx(look.tab, here ? look.here : look.there)}
            >
              {name}
              {count !== undefined && ` ${count}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
