import { textLines, textWidthOf } from './breaking'
import { AREA, HEAD } from './sheet'

/** One character less than 156 mm hold: the digits of 小标宋 are more than half as wide as its characters. */
const ROOM = Math.floor(AREA.width / HEAD.titleSize) - 1
/** After the issuer, 季度, 信息 and 情况的 a title may break. */
const SENSE = /(?<=办公室|政府|季度|信息|情况的)/

/** A title in as few lines as hold it, broken by sense, the lines as even as they come, the longer one above. */
export function titleLines(title: string): string[] {
  const phrases = phrasesOf(title)
  if (phrases.length > 12 || phrases.some((phrase) => textWidthOf(phrase) > ROOM)) return textLines(title, ROOM)
  let best: string[] = phrases
  for (const lines of waysToJoin(phrases)) {
    if (Math.max(...lines.map(textWidthOf)) <= ROOM && better(lines, best)) best = lines
  }
  return best
}

/** The pieces of a title that stay together. */
export function phrasesOf(title: string): string[] {
  return title.split(SENSE)
}

function better(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return a.length < b.length
  return Math.max(...a.map(textWidthOf)) < Math.max(...b.map(textWidthOf))
}

function waysToJoin([first = '', ...rest]: readonly string[]): string[][] {
  if (rest.length === 0) return [[first]]
  return waysToJoin(rest).flatMap(([next = '', ...after]) => [
    [first, next, ...after],
    [first + next, ...after],
  ])
}
