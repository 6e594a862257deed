import type { ComponentProps } from 'react'
import { Button } from './button'
import { cx } from './cx'

type Props = Omit<ComponentProps<'form'>, 'className'> & {
  /** The word on its button. */
  submit?: string
  /** In a column beside a list: below each other, where the list stands beside it. */
  narrow?: boolean
  /** One field alone with its button beside it, under a page whose own button is another. */
  alone?: boolean
}

/**
 * The filter above a table: a plain GET form, so that what is chosen stands in the address. Its `Input` and `Select`
 * are `small`; the first one takes the room that is left.
 */
export function FilterRow({ submit = '筛选', narrow = false, alone = false, children, ...form }: Props) {
  return (
    <form
      {...form}
      className={cx(
        'items-end gap-x-4 gap-y-2 print:hidden',
        '[&_label]:mb-0 [&_label]:text-sm [&_label]:font-normal [&_label]:text-second',
        alone ? 'flex [&>:first-child]:flex-1' : 'grid grid-cols-2 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]',
        !alone && (narrow ? 'lg:grid-cols-1 max-lg:[&>:first-child]:col-span-2' : '[&>:first-child]:col-span-2'),
      )}
    >
      {children}
      <div>
        <Button type="submit" kind={alone ? 'plain' : 'primary'} small>
          {submit}
        </Button>
      </div>
    </form>
  )
}
