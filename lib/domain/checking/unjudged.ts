import type { Covered } from './body'
import type { TextParagraph } from './document'
import type { RegisterNames } from './names'
import { NUMERAL } from './numbers'
import type { UnjudgedNumber } from './report'

const COUNTER = '[个家条篇件份则期项次名人分倍成元户起]'
const FIGURE = new RegExp(
  `\\d{1,12}(?:\\.\\d{1,6})?(?:%|‰)?(?:万|亿)?(?:多|余)?${COUNTER}?|(?<![第每某任这那同几数])${NUMERAL}(?:多|余)?${COUNTER}(?!方面|是)|百分之${NUMERAL}`,
  'g',
)
/** Numbers that count nothing: days, quarters, document numbers, addresses, the numbers of paragraphs, and what has an ordinal. */
const ASIDE =
  /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|(?:第)?[一二三四1-4]季度|[〔[(【]\d{4}[〕\])】]\d{0,6}号|https?:[^\u4e00-\u9fff]{0,200}|\d{1,5}(?:\.\d{1,5}){2,5}|^[(]?\d{1,2}[)]?[.、)]|^\(?[一二三四五六七八九十]{1,3}[、)]|第[\d一二三四五六七八九十百]{1,9}|[一二三四五六七八九十]是|\d{1,2}[:时]\d{0,2}分?|\d{6,20}/g
const CONTEXT = 6
/** What is longer, or has more of them, is no notice. */
const LONGEST = 10_000
const MOST = 200

/** Every number of the body that is not among what was judged. */
export function unjudgedIn(
  paragraphs: readonly TextParagraph[],
  covered: Covered,
  names: RegisterNames,
): UnjudgedNumber[] {
  const found: UnjudgedNumber[] = []
  for (const { text, place } of paragraphs) {
    if (found.length >= MOST) break
    const masked = names.mask(text.slice(0, LONGEST))
    const spans = [
      ...(covered.get(place) ?? []),
      ...[...masked.matchAll(ASIDE)].map((match) => [match.index, match.index + match[0].length] as const),
    ]
    for (const match of masked.matchAll(FIGURE)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (found.length >= MOST) break
      if (spans.some((span) => span[0] < to && from < span[1])) continue
      // What it begins with may be the end of another number.
      const around = masked.slice(Math.max(0, from - CONTEXT), from)
      const before = (/[^,。;:]*$/.exec(around)?.[0] ?? '').replace(/^[\d.]+%?/, '')
      const after = /^[^,。;:]*/.exec(masked.slice(to, to + CONTEXT))?.[0] ?? ''
      found.push({ place, words: names.open(`${before}${match[0]}${after}`) })
    }
  }
  return found
}
