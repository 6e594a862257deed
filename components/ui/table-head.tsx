import type { ReactNode } from 'react'

/** The head of a column. */
export type Head = {
  name: string
  /** Where more than the name is said. */
  words?: ReactNode
  /** A column of figures: its cells have `data-number`. */
  number?: boolean
  /** Takes the room that the others leave. */
  wide?: boolean
  /** How the rows stand by this column, and where the other order is. */
  sort?: 'ascending' | 'descending' | 'none'
  href?: string
}

const ARROWS = { ascending: '▲', descending: '▼', none: '' }

/** One row of heads. */
export function TableHead({ heads, headless = false }: { heads: readonly Head[]; headless?: boolean }) {
  return (
    <thead className={headless ? 'sr-only' : undefined}>
      <tr>
        {heads.map(({ name, words = name, number, wide, sort, href }) => (
          <th
            key={name}
            scope="col"
            aria-sort={sort}
            {...(number && { 'data-number': '' })}
            className={wide ? 'w-full' : undefined}
          >
            {href ? (
              <a href={href} className="inline-block -my-0.5 py-0.5 text-work no-underline hover:underline">
                {words}
              </a>
            ) : (
              words
            )}
            {sort && <span aria-hidden="true"> {ARROWS[sort]}</span>}
          </th>
        ))}
      </tr>
    </thead>
  )
}
