/**
 * A sheet of GB/T 9704-2012 in twips, twentieths of a point, since both the page and the .docx count in them exactly.
 * 22 lines of 28 characters of 16 pt; 29 pt a line would overflow the 225 mm, 28.95 pt do not.
 */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)

export const PAGE = { width: twips(210), height: twips(297), top: twips(37), left: twips(28) } as const
/** 版心: 156 × 225 mm, so 26 mm are left on the right and 35 mm below. */
export const AREA = { width: twips(156), height: twips(225) } as const

export const LINES_A_PAGE = 22
export const CHARACTERS_A_LINE = 28
export const LINE = 579
/** 3号, 16 pt. */
export const TEXT_SIZE = 320

/** The head of the first page: 发文机关标志, number, red rule and title. */
export const HEAD = {
  /** From the top of the type area to the issuing body's upper edge. */
  above: twips(35),
  /** The rule stands 4 mm below the number's characters, which end before their line does. */
  ruleAfterNumberLine: twips(4) - (LINE - TEXT_SIZE) / 2,
  rule: 45,
  /** 2号, 22 pt. */
  titleSize: 440,
  titleLine: 640,
} as const

/** The issuing body's characters are as large as its line allows, at most 42 pt. */
export function markSize(mark: string): number {
  return Math.min(840, Math.floor((AREA.width - 240) / [...mark].length / 20) * 20)
}

/** How far the head reaches down the type area, with the blank line before the addressees. */
export function headHeight(mark: string, titleLines: number): number {
  const { above, ruleAfterNumberLine, rule, titleLine } = HEAD
  return above + markSize(mark) + 3 * LINE + ruleAfterNumberLine + rule + 2 * LINE + titleLines * titleLine + LINE
}

/** Three rows of a table stand on two lines of text. */
export const ROW = (LINE * 2) / 3
export const TABLE = {
  gap: 193,
  headLine: 290,
  /** With it a page's rows leave half a row at its foot, so that WPS and Word, which count rules in, break there too. */
  headPad: 342,
  headSize: 210,
  pad: 40,
  legendSize: 240,
  legendLine: 360,
  legendGap: 96,
} as const

/** 版记: 4号, 14 pt, one character in from both edges; the last rule lies on the lower edge of the type area. */
export const IMPRINT = { size: 280, line: 480, thick: twips(0.35), thin: twips(0.25) } as const
/** 页码: 4号; its dashes lie 7 mm below the type area, one character in from the edge (7.5). */
export const NUMBER = { size: 280, below: twips(7) } as const
