import { type Fraction, formatPoints } from '../base/exact'
import type { AdoptionRow } from './ranking-rows'

/** 加减分: the column of a table of adoptions by which a row comes to more, or less, than count × points. */
export const EXTRA = '加减分'

/** Whether a table needs the column. */
export function hasExtra(rows: readonly AdoptionRow[]): boolean {
  return rows.some(({ extra }) => extra.n !== 0)
}

/** "+2.67", "−4", and "0" where nothing was added or taken away. */
export function signed(points: Fraction): string {
  const words = formatPoints(points)
  return points.n > 0 && words !== '0' ? `+${words}` : words
}

/** "24 条", "34 分", "+2.67 分": what a list of a figure comes to. */
export function amountInWords(figure: string, amount: Fraction): string {
  if (figure === 'extra') return `${signed(amount)} 分`
  return figure === 'points' ? `${formatPoints(amount)} 分` : `${amount.n} 条`
}
