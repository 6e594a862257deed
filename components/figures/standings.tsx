import type { CSSProperties, ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Sheet } from '@/components/ui/sheet'

/**
 * The tables of a ranking. They stand in every answer twice, as markup and as React's data, so their cells carry no
 * class, and the looks of all four stand once around them. Of a cell: `data-spare`, the number of its row; `data-rank`;
 * `data-label`; `data-rate`, a percentage over its bar (`--rate`; the table has `--mark`). Of a head: `data-name`, the
 * unit. Of a row: `data-group`, `data-line`.
 */
const TABLE = cx(
  '[&_table]:w-full [&_table]:border-collapse',
  '[&_caption]:pb-1 [&_caption]:text-left [&_caption]:font-semibold',
  '[&_small]:text-sm [&_small]:font-normal [&_small]:text-second',
  '[&_thead]:sticky [&_thead]:top-0 [&_thead]:z-1 [&_thead]:bg-paper [&_thead]:[box-shadow:0_1px_var(--color-ink)]',
  '[&_thead_th]:px-1 [&_thead_th]:py-1 [&_thead_th]:text-sm [&_thead_th]:leading-tight [&_thead_th]:font-semibold',
  '[&_thead_th]:text-second [&_thead_th]:text-right [&_thead_th]:align-bottom [&_thead_th]:whitespace-nowrap',
  '[&_thead_th[data-name]]:pl-3 [&_thead_th[data-name]]:text-left [&_thead_th[colspan]]:text-center',
  '[&_td]:h-9 [&_td]:px-1 [&_td]:border-b [&_td]:border-line [&_td]:text-right [&_td]:whitespace-nowrap',
  '[&_tbody_th]:h-9 [&_tbody_th]:pr-1 [&_tbody_th]:pl-3 [&_tbody_th]:border-b [&_tbody_th]:border-line',
  '[&_tbody_th]:text-left [&_tbody_th]:font-normal [&_tbody_th]:whitespace-nowrap',
  '[&_td_a]:block [&_td_a]:-mx-1 [&_td_a]:p-1 [&_td_a]:text-second [&_td_b]:font-normal [&_td_b]:text-work',
  '[&_td[data-label=总分]_b]:font-semibold',
  '[&_td[data-spare]]:text-sm [&_td[data-spare]]:text-second',
  '[&_td[data-rank]_small]:inline-block [&_td[data-rank]_small]:min-w-[2em] [&_td[data-rank]_small]:ml-1',
  '[&_td[data-rank]_small]:text-left',
  // Twelve columns in half of a common screen.
  'max-xl:[&_[data-adoption]_thead_th]:text-xs max-xl:[&_[data-adoption]_thead_th]:px-0.5',
  'sm:max-xl:[&_[data-adoption]_td]:px-0.5 sm:max-xl:[&_[data-adoption]_td_a]:-mx-0.5',
  'sm:max-xl:[&_[data-adoption]_td_a]:px-0.5',
)

const BAR = cx(
  '[&_td[data-rate]]:relative [&_td[data-rate]]:w-24 [&_td[data-rate]]:pt-0.5 [&_td[data-rate]]:align-top',
  '[&_td[data-rate]]:leading-tight sm:[&_[data-adoption]_td[data-rate]]:w-20 sm:max-xl:[&_[data-adoption]_td[data-rate]]:w-16',
  "[&_td[style]]:before:content-[''] [&_td[style]]:before:absolute [&_td[style]]:before:left-1",
  '[&_td[style]]:before:bottom-1 [&_td[style]]:before:h-1 [&_td[style]]:before:w-[calc((100%-0.5rem)*var(--rate))]',
  '[&_td[style]]:before:bg-work [&_td[style]]:before:[print-color-adjust:exact]',
  "[&_td[style]]:after:content-[''] [&_td[style]]:after:absolute [&_td[style]]:after:left-1",
  '[&_td[style]]:after:bottom-0.5 [&_td[style]]:after:h-2 [&_td[style]]:after:w-[calc((100%-0.5rem)*var(--mark))]',
  '[&_td[style]]:after:border-r-2 [&_td[style]]:after:border-ink [&_td[style]]:after:[print-color-adjust:exact]',
  '[&_[data-adoption]_td[style]]:after:border-red',
  '[&_td[data-cut]]:before:[mask-image:linear-gradient(90deg,#000_calc(100%-9px),transparent_0_calc(100%-5px),#000_0)]',
)

const ROWS = cx(
  '[&_[data-group]_td]:h-8 [&_[data-group]_td]:pt-1 [&_[data-group]_td]:text-left [&_[data-group]_td]:text-sm',
  '[&_[data-group]_td]:text-second print:[&_[data-group]_td]:h-5 print:[&_[data-group]_td]:py-0',
  '[&_[data-line]_td]:h-5 [&_[data-line]_td]:p-0 [&_[data-line]_td]:border-0 [&_[data-line]_td]:text-center',
  '[&_[data-line]_td]:text-xs [&_[data-line]_td]:text-red [&_[data-line]_td]:[print-color-adjust:exact]',
  '[&_[data-line]_td]:[background:linear-gradient(var(--color-red),var(--color-red))_center/100%_2px_no-repeat]',
  '[&_[data-line]_td]:first-line:bg-paper',
)

/** At phone width a row is two or three lines: the standing on top, what it is made of below. */
const PHONE = cx(
  'max-sm:[&_table]:block max-sm:[&_caption]:block max-sm:[&_tbody]:block max-sm:[&_thead]:sr-only',
  'max-sm:[&_tbody_tr]:flex max-sm:[&_tbody_tr]:flex-wrap max-sm:[&_tbody_tr]:items-baseline',
  'max-sm:[&_tbody_tr]:py-2 max-sm:[&_tbody_tr]:border-b max-sm:[&_tbody_tr]:border-line',
  'max-sm:[&_td]:w-1/4 max-sm:[&_td]:h-auto max-sm:[&_td]:p-0 max-sm:[&_td]:border-0 max-sm:[&_td]:text-left',
  'max-sm:[&_td]:text-sm max-sm:[&_td[data-spare]]:hidden',
  'max-sm:[&_td_a]:inline-block max-sm:[&_td_a]:min-w-6 max-sm:[&_td_a]:m-0 max-sm:[&_td_a]:py-0.5 max-sm:[&_td_a]:pl-0',
  'max-sm:[&_td[data-label]]:before:content-[attr(data-label)_"_"] max-sm:[&_td[data-label]]:before:text-second',
  'max-sm:[&_tbody_th]:-order-1 max-sm:[&_tbody_th]:grow max-sm:[&_tbody_th]:basis-1/2 max-sm:[&_tbody_th]:h-auto',
  'max-sm:[&_tbody_th]:p-0 max-sm:[&_tbody_th]:border-0 max-sm:[&_tbody_th]:font-semibold',
  'max-sm:[&_td[data-rank]]:-order-1 max-sm:[&_td[data-rank]]:w-auto max-sm:[&_td[data-rank]]:min-w-14',
  'max-sm:[&_td[data-rank]]:text-base max-sm:[&_td[data-rank]]:font-semibold',
  'max-sm:[&_td[data-rate]]:-order-1 max-sm:[&_td[data-rate]]:w-1/4 max-sm:[&_td[data-rate]]:pb-3',
  'max-sm:[&_td[data-rate]]:text-right max-sm:[&_td[data-rate]]:text-base max-sm:[&_td[data-rate]]:font-semibold',
  'max-sm:[&_[data-group]_td]:w-full max-sm:[&_[data-group]_td]:pt-3 max-sm:[&_[data-group]_td]:pb-1',
  'max-sm:[&_[data-line]_td]:w-full max-sm:[&_[data-line]_td]:text-center',
)

const PRINT = cx(
  'print:[&_thead]:static print:[&_tr]:break-inside-avoid print:[&_[data-line]]:break-before-avoid',
  'print:[&_[data-group]]:break-after-avoid print:[&_td]:h-6 print:[&_td]:leading-tight print:[&_tbody_th]:h-6',
  'print:[&_td_a]:py-0 print:[&_td_a]:text-ink print:[&_td_b]:text-ink print:[&_td[data-rate]]:pt-0',
)

const STANDINGS = cx(TABLE, BAR, ROWS, PHONE, PRINT)

/** Both parts of a ranking with what is said below them. */
export function Standings({ children }: { children: ReactNode }) {
  return <div className={STANDINGS}>{children}</div>
}

/** Tables side by side as soon as each has the room that it needs. `wide`: with columns of its own. */
export function StandingPair({ wide, children }: { wide: boolean; children: ReactNode }) {
  const least = wide
    ? 'grid-cols-[repeat(auto-fit,minmax(min(100%,45rem),1fr))]'
    : 'grid-cols-[repeat(auto-fit,minmax(min(100%,36rem),1fr))]'
  return <div className={cx('grid items-start gap-4 xl:gap-6 print:block', least)}>{children}</div>
}

/** The sheet of one table; `apart` begins a page on paper. */
export function StandingSheet({ apart, children }: { apart: boolean; children: ReactNode }) {
  return <Sheet className={cx('sm:px-3 sm:py-3', apart && 'print:break-before-page')}>{children}</Sheet>
}

/** Where the mark stands over the bars of a table, as a share of the longest. */
export function markAt(share: number): CSSProperties {
  return { '--mark': share } as CSSProperties
}
