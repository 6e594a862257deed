import { Parser } from 'saxen'
import { Unzippable } from './zip'

/** Deeper than any office nests: a table in a text box in a table in a header has some sixty. */
const DEEPEST = 256

/** A part as text: UTF-8, or UTF-16 where its mark says so. */
export function xmlText(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return part.toString('utf16le', 2)
  return part.toString('utf8').replace(/^\uFEFF/, '')
}

type Attributes = Readonly<Record<string, string>>

/** How many elements may still be met, over all the XML of a file. */
export type Budget = { elements: number }

/**
 * Goes through XML once, before anybody builds a tree or a grid of it: `each` is told every element by its local name. What
 * is no XML, declares a type of its own, nests too deep or is more than the budget has is refused. Throws Unzippable.
 */
export function walkXml(xml: string, budget: Budget, each: (name: string, attributes: () => Attributes) => void): void {
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
  parser.on('closeTag', () => void depth--)
  parser.parse(xml)
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function localised(attributes: Attributes, decode: (text: string) => string): Attributes {
  const local: Record<string, string> = {}
  for (const name in attributes) local[localName(name)] = decode(attributes[name] ?? '')
  return local
}
