/** Points in whole hundredths: 250 is 2.5 points. Integers, because 0.1 + 0.2 must not decide a rank. */
export type Centi = number

/** The greatest Centi taken from outside; it fits a 32-bit column, and sums of it stay exact. */
const GREATEST = 1e9

/** Points of 0 or more with at most two decimals ("5", "2.5", "2.50"), up to 10,000,000; otherwise null. */
export function parseCenti(s: string): Centi | null {
  const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(s)
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

/** Below 0 when a is less than b, above 0 when it is greater, 0 when they are equal. Throws RangeError on d <= 0. */
export function compareFractions(a: Fraction, b: Fraction): number {
  if (a.d <= 0 || b.d <= 0) throw new RangeError('a fraction needs a positive denominator')
  const left = BigInt(a.n) * BigInt(b.d)
  const right = BigInt(b.n) * BigInt(a.d)
  return left < right ? -1 : left > right ? 1 : 0
}
