import type { ReactNode } from 'react'
import { cx } from './cx'
import { SIGNED_CELLS } from './state'

/** Styled by selectors on the table: a row carries as little as it can. One out of sight costs nothing. */
const LOOK = cx(
  'block w-full text-left text-sm [&_tbody]:block',
  '[&_tbody_tr]:relative [&_tbody_tr]:block [&_tbody_tr]:px-4 [&_tbody_tr]:py-2 [&_tbody_tr]:border-b',
  '[&_tbody_tr]:border-line [&_tbody_tr]:scroll-my-2 [&_tbody_tr:hover]:bg-ground',
  '[&_tbody_tr]:[content-visibility:auto] [&_tbody_tr]:[contain-intrinsic-size:auto_60px]',
  'lg:[&_tr[data-open]]:bg-work-wash lg:[&_tr[data-open]]:[box-shadow:inset_4px_0_var(--color-work)]',
  '[&_td]:inline-block [&_td]:mr-3 [&_td]:text-xs [&_td[data-wide]]:flex [&_td[data-wide]]:gap-2 [&_td[data-wide]]:mr-0',
  '[&_td[data-wide]]:text-sm [&_td_a]:flex-1 [&_td_a]:wrap-anywhere',
  // Below 1024 px the list has the page to itself.
  'max-lg:[&_td]:text-sm max-lg:[&_td[data-wide]]:text-base',
  '[&_td_input]:relative [&_td_input]:z-1 [&_td_input]:flex-none [&_td_input]:size-4 [&_td_input]:mt-1 [&_td_input]:accent-work',
  "supports-[accent-color:auto]:[&_a[data-row]]:after:content-['']",
  'supports-[accent-color:auto]:[&_a[data-row]]:after:absolute',
  'supports-[accent-color:auto]:[&_a[data-row]]:after:inset-0',
)

/** Where rows can be chosen the second line begins below the title, not below the box. */
const BOXES = {
  none: '',
  later: 'max-lg:[&_td_input]:hidden lg:[&_td_input]:invisible lg:[&_tbody_tr]:pl-10 lg:[&_td_input]:-ml-6',
  here: 'max-lg:[&_td_input]:hidden lg:[&_tbody_tr]:pl-10 lg:[&_td_input]:-ml-6',
}

type Props = {
  caption: string
  /** Heard, not seen. */
  heads: readonly string[]
  /** Boxes to tick, from 1024 px on: not yet to be seen where scripts have not loaded. */
  boxes?: keyof typeof BOXES
  /** One `<tbody>` of plain `<tr>` and `<td>`. */
  children: ReactNode
}

/**
 * Hundreds of rows in a narrow column: the cell with `data-wide`, which holds the row's link (`data-row`), on one line,
 * all others on the line below it. `data-open`: the row that is read beside it, from 1024 px on; `data-sign`: a state.
 */
export function TwoLines({ caption, heads, boxes = 'none', children }: Props) {
  return (
    <table className={cx(LOOK, SIGNED_CELLS, BOXES[boxes])}>
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          {heads.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  )
}
