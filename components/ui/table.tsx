import type { ReactNode } from 'react'
import { cx } from './cx'
import { SIGNED_CELLS } from './state'
import { type Head, TableHead } from './table-head'

/** Styled by selectors on the table: a row carries as little as it can. Its text, not its lines, stands flush. */
const LOOK = cx(
  'w-[calc(100%+1rem)] -mx-2 border-collapse text-left',
  '[&_caption]:px-2 [&_caption]:pb-2 [&_caption]:text-left [&_caption]:text-lg [&_caption]:font-semibold',
  '[&_thead_th]:p-2 [&_thead_th]:bg-paper [&_thead_th]:text-sm [&_thead_th]:font-semibold [&_thead_th]:text-second',
  '[&_thead_th]:align-bottom [&_thead_th]:whitespace-nowrap [&_thead_th]:[box-shadow:inset_0_-1px_var(--color-ink)]',
  '[&_td]:px-2 [&_td]:align-top [&_td]:border-b [&_td]:border-line',
  '[&_th[scope=row]]:px-2 [&_th[scope=row]]:align-top [&_th[scope=row]]:font-normal',
  '[&_th[scope=row]]:border-b [&_th[scope=row]]:border-line',
  '[&_th[scope=rowgroup]]:px-2 [&_th[scope=rowgroup]]:pt-6 [&_th[scope=rowgroup]]:pb-2',
  '[&_th[scope=rowgroup]]:font-semibold [&_th[scope=rowgroup]]:border-b [&_th[scope=rowgroup]]:border-line',
  '[&_[data-number]]:text-right [&_[data-number]]:whitespace-nowrap',
  '[&_tr[data-chosen]]:bg-work-wash',
  '[&_tr[data-open]]:bg-work-wash [&_tr[data-open]]:[box-shadow:inset_4px_0_var(--color-work)]',
)

const ROOMS = {
  full: '[&_td]:py-2 [&_th[scope=row]]:py-2',
  small: 'text-sm [&_td]:py-1 [&_th[scope=row]]:py-1',
}

const STICKY = '[&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-1'

const ONE_LINE = 'sm:[&_td]:whitespace-nowrap sm:[&_td[data-wide]]:whitespace-normal'

/** The link with `data-row` covers its row; what else can be pressed lies above it. Browsers before 93 get the link. */
const ROW_LINK = cx(
  '[&_tbody_tr]:relative [&_tbody_tr:hover]:bg-ground',
  "supports-[accent-color:auto]:[&_a[data-row]]:after:content-['']",
  'supports-[accent-color:auto]:[&_a[data-row]]:after:absolute',
  'supports-[accent-color:auto]:[&_a[data-row]]:after:inset-0',
  '[&_td_a:not([data-row])]:relative [&_td_button]:relative [&_td_input]:relative',
  // What comes before the link would lie below its cover.
  '[&_td_a:not([data-row])]:z-1 [&_td_button]:z-1 [&_td_input]:z-1',
)

/** At phone width: a line of label and value for each cell with a label, the wide cell as the head of its row. */
const STACK = cx(
  'max-sm:block max-sm:[&_caption]:block max-sm:[&_tbody]:block max-sm:[&_thead]:sr-only',
  'max-sm:[&_tbody_tr]:grid max-sm:[&_tbody_tr]:grid-cols-1 max-sm:[&_tbody_tr]:px-2 max-sm:[&_tbody_tr]:py-3',
  'max-sm:[&_tbody_tr]:border-b max-sm:[&_tbody_tr]:border-line',
  'max-sm:[&_td]:flex max-sm:[&_td]:justify-between max-sm:[&_td]:gap-4 max-sm:[&_td]:p-0 max-sm:[&_td]:border-0',
  'max-sm:[&_td]:text-right max-sm:[&_td]:whitespace-normal max-sm:[&_td]:wrap-anywhere',
  'max-sm:[&_td[data-label]]:before:content-[attr(data-label)] max-sm:[&_td[data-label]]:before:flex-none',
  'max-sm:[&_td[data-label]]:before:text-sm max-sm:[&_td[data-label]]:before:text-second',
  'max-sm:[&_td[data-wide]]:block max-sm:[&_td[data-wide]]:pb-1 max-sm:[&_td[data-wide]]:text-left',
  'max-sm:[&_td[data-wide]]:order-first max-sm:[&_td[data-wide]]:font-semibold max-sm:[&_td[data-spare]]:hidden',
  'max-sm:[&_th[scope]]:block max-sm:[&_th[scope]]:p-0 max-sm:[&_th[scope]]:border-0',
)

/** At phone width: the wide cell as the head of its row, the others one after another on the line below it. */
const FLOW = cx(
  'max-sm:block max-sm:[&_caption]:block max-sm:[&_tbody]:block max-sm:[&_thead]:sr-only',
  'max-sm:[&_tbody_tr]:flex max-sm:[&_tbody_tr]:flex-wrap max-sm:[&_tbody_tr]:items-baseline max-sm:[&_tbody_tr]:gap-x-3',
  'max-sm:[&_tbody_tr]:px-2 max-sm:[&_tbody_tr]:py-2 max-sm:[&_tbody_tr]:border-b max-sm:[&_tbody_tr]:border-line',
  'max-sm:[&_td]:p-0 max-sm:[&_td]:border-0 max-sm:[&_td]:text-sm max-sm:[&_td]:text-second',
  'max-sm:[&_td_a]:inline-block max-sm:[&_td_a]:min-w-6 max-sm:[&_td_a]:py-0.5',
  'max-sm:[&_td[data-label]]:before:content-[attr(data-label)_"_"]',
  'max-sm:[&_td[data-unit]]:after:content-["_"_attr(data-unit)]',
  'max-sm:[&_[data-wide]]:order-first max-sm:[&_[data-wide]]:w-full max-sm:[&_[data-wide]]:wrap-anywhere',
  'max-sm:[&_td[data-wide]]:text-base max-sm:[&_[data-spare]]:hidden',
  'max-sm:[&_th[scope=row]]:p-0 max-sm:[&_th[scope=row]]:border-0 max-sm:[&_th[scope=row]]:font-semibold',
)

const NARROW = { stack: STACK, flow: FLOW, scroll: null, same: null }

type Props = {
  /** What the table holds and in which order; heard, and seen where `captioned`. */
  caption: ReactNode
  captioned?: boolean
  heads?: readonly Head[]
  /** The heads are heard, not seen: a short list whose cells say by themselves what they are. */
  headless?: boolean
  /** Said in place of rows: what will stand there and how to begin. Pass `rows.length === 0 && '…'`. */
  empty?: ReactNode
  /** Rows are on their way. */
  working?: boolean
  small?: boolean
  /** The head stays in sight while its rows scroll. Not within `wide`. */
  sticky?: boolean
  /** Every cell keeps to one line, but for those with `data-wide`. */
  oneLine?: boolean
  /** A press anywhere in a row opens the `Link kind="row"` in it. */
  rowLink?: boolean
  /**
   * At phone width: `stack` makes lines of label (`data-label`) and value, `flow` a line of the wide cell and one of all
   * others (for hundreds of rows), `scroll` scrolls it sideways.
   */
  narrow?: keyof typeof NARROW
  className?: string
  /** `<tbody>`s, with plain `<tr>` and `<td>`; a `<thead>` of several rows instead of `heads`. */
  children?: ReactNode
}

/**
 * Rows of one kind. Attributes of a cell: `data-label`, its label at phone width; `data-wide`, the one that names the
 * row; `data-spare`, not shown at phone width; `data-unit`, said after a figure in a flow; `data-number`, a figure; `data-sign`, a state. Of a row: `data-chosen`,
 * `data-open`. No class in any of them.
 */
export function Table(props: Props) {
  const { caption, captioned = false, heads, empty, working, small = false, narrow = 'stack' } = props
  const table = (
    <table
      aria-busy={working || undefined}
      className={cx(
        LOOK,
        ROOMS[small ? 'small' : 'full'],
        SIGNED_CELLS,
        props.sticky && STICKY,
        props.oneLine && ONE_LINE,
        props.rowLink && ROW_LINK,
        NARROW[narrow],
        working && 'text-second',
        props.className,
      )}
    >
      <caption className={captioned ? undefined : 'sr-only'}>{caption}</caption>
      {heads && <TableHead heads={heads} headless={props.headless} />}
      {empty ? (
        <tbody>
          <tr>
            <td colSpan={heads?.length}>
              <div className="w-full px-4 py-8 text-center text-second">{empty}</div>
            </td>
          </tr>
        </tbody>
      ) : (
        props.children
      )}
    </table>
  )
  if (narrow !== 'scroll') return table
  // biome-ignore-start lint/a11y/noNoninteractiveTabindex: it scrolls sideways by itself, so it takes the focus
  return (
    <section
      aria-label={typeof caption === 'string' ? caption : '表格'}
      tabIndex={0}
      className="-mx-2 px-2 overflow-x-auto"
    >
      {table}
    </section>
  )
  // biome-ignore-end lint/a11y/noNoninteractiveTabindex: it scrolls sideways by itself
}
