import { roundedQuotient } from '../base/exact'
import { centiOf } from './ratio'

/** How a column of quotients is rounded: to so many decimals, half up or, where `down`, cut off. */
export type Rounding = { decimals: number; down: boolean }

/** A printed number beside the quotient that it should be. */
export type Rounded = { printed: number | null; n: number | bigint; d: number }

const OTHERS: readonly Rounding[] = [2, 1, 0].flatMap((decimals) => [
  { decimals, down: false },
  { decimals, down: true },
])

/** The rounding by which most cells are right; the usual one, unless another explains more. */
export function roundingOf(cells: readonly Rounded[], usual: Rounding): Rounding {
  const fitting = (rounding: Rounding) =>
    cells.filter(({ printed, n, d }) => printed === centiOf(quotientIn(n, d, rounding))).length
  let [best, most] = [usual, fitting(usual)]
  if (most === cells.length) return usual
  for (const rounding of OTHERS) {
    const n = fitting(rounding)
    if (n > most) [best, most] = [rounding, n]
  }
  return best
}

/** n ÷ d in a rounding, "79.2". */
export function quotientIn(n: number | bigint, d: number, { decimals, down }: Rounding): string {
  if (!down) return roundedQuotient(n, d, decimals)
  const cut = (BigInt(n) * 10n ** BigInt(decimals)) / BigInt(d)
  return roundedQuotient(cut, 10n ** BigInt(decimals), decimals)
}

/** How n ÷ d became what is shown, "，一位小数，四舍五入"; nothing where it comes out even. */
export function roundingWords(n: number, d: number, shown: string, down: boolean): string {
  const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0
  if ((BigInt(n) * 100n * 10n ** BigInt(decimals)) % BigInt(d) === 0n) return ''
  const places = decimals === 0 ? '取整' : `${'一两三四'[decimals - 1]}位小数`
  return `，${places}，${down ? '舍去尾数' : '四舍五入'}`
}

/** n ÷ d as a percentage in a rounding, "79.2%". */
export const percentIn = (n: number, d: number, rounding: Rounding) => `${quotientIn(BigInt(n) * 100n, d, rounding)}%`
