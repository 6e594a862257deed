import { Parser } from 'saxen'
import { Unzippable } from './zip'

/** Deeper than any office nests: a table in a text box in a table in a header has some sixty. */
const DEEPEST = 256

/** A part as text, in the encoding that its mark, its first bytes or its declaration names. Throws Unzippable. */
export function xmlText(part: Buffer): string {
  try {
    return new TextDecoder(encodingOf(part)).decode(part)
  } catch {
    throw new Unzippable('broken')
  }
}

function encodingOf(part: Buffer): string {
  const [first, second] = part
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,99}?encoding\s*=\s*["']([\w.-]{1,20})/.exec(
    part.toString('latin1', 0, 200),
  )
  return declared?.[1] ?? 'utf-8'
}

type Attributes = Readonly<Record<string, string>>

/** How many elements may still be met, over all the XML of a file. */
export type Budget = { elements: number }

/**
 * Goes through XML once, before anybody builds a tree or a grid of it: `each` is told every element by its local name. What
 * is no XML, declares a type of its own, nests too deep or is more than the budget has is refused. Whoever asks is told of
 * ends and of what stands between the tags, remarks too. Throws Unzippable.
 */
export function walkXml(
  xml: string,
  budget: Budget,
  each: (name: string, attributes: () => Attributes) => void,
  more?: { close(name: string): void; text(said: string): void },
): void {
  let depth = 0
  const parser = new Parser()
  const refuse = (why: Unzippable['why']) => {
    throw new Unzippable(why)
  }
  parser.on('error', () => refuse('broken'))
  // <!DOCTYPE …> and whatever it would define.
  parser.on('attention', () => refuse('broken'))
  parser.on('openTag', (name, attributes, decode) => {
    if (--budget.elements < 0 || ++depth > DEEPEST) refuse('large')
    each(localName(name), () => localised(attributes(), decode))
  })
  parser.on('closeTag', (name) => {
    depth--
    more?.close(localName(name))
  })
  if (more) {
    parser.on('text', (said, decode) => more.text(decode(said)))
    parser.on('comment', (said) => more.text(said))
    parser.on('cdata', (said) => more.text(said))
  }
  parser.parse(xml)
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function localised(attributes: Attributes, decode: (text: string) => string): Attributes {
  const local: Record<string, string> = {}
  for (const name in attributes) local[localName(name)] = decode(attributes[name] ?? '')
  return local
}
