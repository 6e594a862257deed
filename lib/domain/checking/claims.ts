import type { CategoryWords } from './category-words'
import type { Claim, ClassName, PartsClaim, RatioClaim, TotalClaim } from './claim'
import { claimPatterns } from './claim-patterns'
import { classesIn, ELSEWHEN, type TextPiece } from './clauses'
import type { TextParagraph } from './document'
import type { RegisterNames } from './names'
import { ratiosIn } from './ratio-claims'
import { partsIn, totalsIn } from './total-claims'

/** Every figure and every list of names that the body states. */
export type Claims = { totals: TotalClaim[]; claims: Claim[]; parts: PartsClaim[]; ratios: RatioClaim[] }

const DRAWN: readonly ClassName[] = ['exceededBy', 'completedTo', 'completedBelow', 'onTrack', 'behind']

/** What is longer, or states more, is no notice, and would only take time. */
const LONGEST_CLAUSE = 500
const MOST_CLAIMS = 1000

/** Reads the figures and lists of paragraphs; the spans are those of the masked text. */
export function claimsOf(paragraphs: readonly TextParagraph[], names: RegisterNames, words: CategoryWords): Claims {
  const all: Claims = { totals: [], claims: [], parts: [], ratios: [] }
  const patterns = claimPatterns(words)
  for (const { text, place } of paragraphs) {
    for (const sentence of piecesOf({ text: names.mask(text), at: 0 }, /[。;!?]/)) {
      if (all.claims.length + all.totals.length + all.ratios.length > MOST_CLAIMS) break
      const clauses = piecesOf(sentence, /[,:]/).map(({ text, at }) => ({ text: text.slice(0, LONGEST_CLAUSE), at }))
      const now = clauses.filter(({ text }) => !ELSEWHEN.test(text))
      const totals = now.flatMap(({ text, at }) => totalsIn(text, at, place, patterns))
      const claims = classesIn(clauses, place, patterns)
      const parted = ELSEWHEN.test(sentence.text)
        ? null
        : partsIn(sentence.text.slice(0, LONGEST_CLAUSE), sentence.at, place, totals, patterns)
      all.totals.push(...totals, ...(parted?.totals ?? []))
      all.claims.push(...claims)
      all.parts.push(...(parted?.parts ?? []))
      // A percentage that draws a line between units is none of a whole.
      const lines = claims.flatMap((claim) => (claim.class && DRAWN.includes(claim.class.name) ? claim.spans : []))
      for (const { text, at } of now) {
        const ratios = ratiosIn(text, at, place, { claims, totals }, patterns)
        all.ratios.push(...ratios.filter(({ span }) => !lines.some((line) => line[0] < span[1] && span[0] < line[1])))
      }
    }
  }
  return opened(all, names)
}

/** The pieces of a text between marks, each with where it begins. */
function piecesOf({ text, at }: TextPiece, mark: RegExp): TextPiece[] {
  let from = at
  return text.split(mark).map((piece) => {
    const words = { text: piece, at: from }
    from += piece.length + 1
    return words
  })
}

/** Names as they stand in the text, no longer as marks. */
function opened({ totals, claims, parts, ratios }: Claims, names: RegisterNames): Claims {
  return {
    totals: totals.map((claim) => ({
      ...claim,
      unit: claim.unit && names.open(claim.unit),
      words: names.open(claim.words),
    })),
    claims: claims.map((claim) => ({ ...claim, group: { ...claim.group, names: claim.group.names.map(names.open) } })),
    parts,
    ratios: ratios.map((claim) => ({
      ...claim,
      words: names.open(claim.words),
      of: 'unit' in claim.of ? { ...claim.of, unit: names.open(claim.of.unit) } : claim.of,
    })),
  }
}
