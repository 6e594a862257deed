import { roundedQuotient } from '../base/exact'
import { numeralOf } from './numbers'

/** A number as printed: whole hundredths, "5", "5.0" and "5.00" alike; null when it is none. */
export function centiOf(cell: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(cell)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}

/** The same with its sign, "+2.67", "−4" and "0". */
export function signedCentiOf(cell: string): number | null {
  const [, sign, digits] = /^([+−–-]?)(.*)$/.exec(cell) ?? []
  const centi = centiOf(digits ?? '')
  return centi === null || sign === '' || sign === '+' ? centi : -centi
}

/** A whole number of 0 or more; null when it is none. */
export function ratioCountOf(cell: string): number | null {
  return /^\d{1,9}$/.test(cell) ? Number(cell) : null
}

/** A percentage as printed, or as 2倍, in whole hundredths of a per cent; null when it is none. */
export function percentOf(cell: string): number | null {
  if (cell.endsWith('%')) return centiOf(cell.slice(0, -1))
  const times = cell.endsWith('倍') ? cell.slice(0, -1) : ''
  if (/^\d{1,6}(?:\.\d{1,4})?$/.test(times)) return Math.round(Number(times) * 10_000)
  const said = /[\d万]/.test(times) ? null : numeralOf(times)
  return said && said.n * 10_000
}

/** True for a cell that says there is no value. */
export const isMissing = (cell: string) => /^(?:[-—–一─]+|\/|无)$/.test(cell)

/** n ÷ d × 100 as printed with so many decimals, "62.50%"; d is positive. */
export function percent(n: number, d: number, decimals: number): string {
  return `${roundedQuotient(BigInt(n) * 100n, d, decimals)}%`
}

/** The sign of a ÷ b − c ÷ d, exactly; b and d are positive. */
export function compareRatios(a: number, b: number, c: number, d: number): number {
  const [left, right] = [a * d, c * b]
  // Products of printed counts are safe numbers; anything greater is settled in whole numbers.
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return Math.sign(left - right)
  const exact = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b)
  return exact < 0n ? -1 : exact > 0n ? 1 : 0
}
