/*
 * Fonts that draw signs in the place of letters: what a file writes is a letter or a code of private use, what a reader
 * sees is a star. A marking is made of what is seen.
 */

type Range = readonly [from: number, to: number]

/** Where the stars and asterisks of each such font lie. */
const STARS: readonly { font: RegExp; codes: readonly Range[] }[] = [
  {
    font: /^wingdings$/i,
    codes: [
      [0xa9, 0xb0],
      [0xb5, 0xb6],
    ],
  },
  { font: /^wingdings 2$/i, codes: [[0xdb, 0xf8]] },
  { font: /^symbol$/i, codes: [[0x2a, 0x2a]] },
  { font: /^(?:zapf ?dingbats|itc zapf dingbats|monotype sorts)$/i, codes: [[0x48, 0x6b]] },
]

/** Whether a font draws signs. */
export function drawsSigns(font: string): boolean {
  return STARS.some((one) => one.font.test(font))
}

/** What is seen where a font draws this code: a star, or something else. */
export function signOf(font: string, code: number): string {
  const codes = STARS.find((one) => one.font.test(font))?.codes ?? []
  return codes.some(([from, to]) => (code & 0xff) >= from && (code & 0xff) <= to) ? '★' : '□'
}
