import { halfWidth } from './text'

/** Points in whole hundredths: 250 is 2.5 points. Integers, because 0.1 + 0.2 must not decide a rank. */
export type Centi = number

/** The greatest Centi taken from outside; it fits a 32-bit column, and sums of it stay exact. */
const GREATEST = 1e9

/** Points of 0 or more with at most two decimals ("5", "2.5", "2.50"), up to 10,000,000; otherwise null. */
export function parseCenti(s: string): Centi | null {
  const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(halfWidth(s))
  if (!match) return null
  const centi = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return centi <= GREATEST ? centi : null
}

/** The shortest form: 250 gives "2.5", 500 gives "5". Throws RangeError when c is not a whole number of 0 or more. */
export function formatCenti(c: Centi): string {
  return roundedQuotient(c, 100, 2).replace(/\.?0+$/, '')
}

/**
 * numerator ÷ denominator with exactly so many decimals, half up ("3.75"; a half is judged on the exact quotient).
 * Throws RangeError when a part is not a whole number, the numerator is negative or the denominator not positive.
 */
export function roundedQuotient(numerator: number | bigint, denominator: number | bigint, decimals: number): string {
  const n = BigInt(numerator)
  const d = BigInt(denominator)
  if (n < 0n || d <= 0n) throw new RangeError(`no quotient: ${numerator} / ${denominator}`)
  const scaled = (2n * n * 10n ** BigInt(decimals) + d) / (2n * d)
  if (decimals === 0) return String(scaled)
  const digits = String(scaled).padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** n ÷ d, never divided; d is positive. */
export type Fraction = { n: number; d: number }

/** A whole number of hundredths as a fraction. */
export function fraction(n: number, d = 1): Fraction {
  return lowest(BigInt(n), BigInt(d))
}

export const NOTHING: Fraction = { n: 0, d: 1 }

/** a + b, exactly. Throws RangeError beyond what a number holds exactly. */
export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.d === 1 && b.d === 1) return { n: a.n + b.n, d: 1 }
  return lowest(BigInt(a.n) * BigInt(b.d) + BigInt(b.n) * BigInt(a.d), BigInt(a.d) * BigInt(b.d))
}

/** a − b, exactly. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { n: -b.n, d: b.d })
}

/** All of them together, exactly. */
export function sumOf(parts: readonly Fraction[]): Fraction {
  return parts.reduce(plus, NOTHING)
}

function lowest(n: bigint, d: bigint): Fraction {
  if (d <= 0n) throw new RangeError('a fraction needs a positive denominator')
  let [a, b] = [n < 0n ? -n : n, d]
  while (b > 0n) [a, b] = [b, a % b]
  const [top, bottom] = a === 0n ? [0n, 1n] : [n / a, d / a]
  const whole = { n: Number(top), d: Number(bottom) }
  if (!Number.isSafeInteger(whole.n) || !Number.isSafeInteger(whole.d)) throw new RangeError('too fine a fraction')
  return whole
}

/**
 * Points that are a fraction of hundredths, with at most two decimals, half up: two thirds of 4 points give "2.67".
 * Below zero a half goes up too, so that a sum and what it is made of are rounded alike: −2.665 gives "−2.66".
 */
export function formatPoints({ n, d }: Fraction): string {
  const [top, bottom] = [2n * BigInt(n) + BigInt(d), 2n * BigInt(d)]
  const down = top / bottom - (top < 0n && top % bottom !== 0n ? 1n : 0n)
  return down < 0n ? `−${formatCenti(Number(-down))}` : formatCenti(Number(down))
}

/** Below 0 when a is less than b, above 0 when it is greater, 0 when they are equal. Throws RangeError on d <= 0. */
export function compareFractions(a: Fraction, b: Fraction): number {
  if (a.d <= 0 || b.d <= 0) throw new RangeError('a fraction needs a positive denominator')
  const left = BigInt(a.n) * BigInt(b.d)
  const right = BigInt(b.n) * BigInt(a.d)
  return left < right ? -1 : left > right ? 1 : 0
}
