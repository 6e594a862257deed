import { drawsSigns, signOf } from './symbols'
import { type Budget, walkXml } from './xml'
import { Unzippable } from './zip'

/** What is written in a part: `text` between its tags, a line a paragraph, and `aside` in attributes that speak of 密. */
export type XmlWords = { root: string; text: string; aside: string[] }

/** Ends of what stands on a line of its own. */
const ENDS_LINE = /^(?:p|row|si|is|c|comment|tc|oddHeader|oddFooter)$/
/** Text in these is joined with what follows: a word may be parted by formatting. Text anywhere else ends with its element. */
const JOINED = /^(?:t|delText|instrText|span|font|b|i|u|s|em|strong|a|sub|sup|big|small)$/
const SPACE: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n' }
/** Only where this stands can an attribute hold a marking; attributes of all elements are costly to read. */
const SPEAKS = /"[^"<]*(?:密|&#)[^"<]*"|'[^'<]*(?:密|&#)[^'<]*'/

/** The words of a part, as far as the budget of a file reaches, which counts paragraphs too. Throws Unzippable. */
export function wordsOfXml(xml: string, budget: Budget & { paragraphs: number }): XmlWords {
  const speaks = SPEAKS.test(xml)
  const aside: string[] = []
  let [root, text, signs, own] = ['', '', '', false]
  walkXml(
    xml,
    budget,
    (name, attributes) => {
      root ||= name
      own = false
      if (name === 'p' && --budget.paragraphs < 0) throw new Unzippable('large')
      text += SPACE[name] ?? ''
      if (name === 'r') signs = ''
      if (/^(?:rFonts|rFont|latin|sym)$/.test(name)) {
        const { font, char, ...named } = attributes()
        if (char !== undefined) text += signOf(font ?? '', Number.parseInt(char, 16))
        else signs = Object.values(named).find(drawsSigns) ?? signs
      }
      if (speaks) aside.push(...Object.values(attributes()).filter((value) => value.includes('密')))
    },
    {
      close(name) {
        if (ENDS_LINE.test(name) || (own && !JOINED.test(name))) text += '\n'
        if (name === 'r') signs = ''
        own = false
      },
      text(said) {
        text += signs === '' ? said : [...said].map((one) => seenAs(signs, one)).join('')
        own ||= said.trim() !== ''
      },
    },
  )
  return { root, text: text.replace(/\n{2,}/g, '\n').trim(), aside }
}

/** A letter in a font that draws signs: it, or the star that is seen. */
function seenAs(font: string, letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (code > 0xff && (code < 0xf000 || code > 0xf0ff)) return letter
  const sign = signOf(font, code)
  return sign === '★' ? sign : letter
}
