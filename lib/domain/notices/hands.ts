import type { Hands, Words } from './words'

/** Elements of the head that are sentences: whoever changes a comma in one leaves another's words standing. */
const SENTENCES: readonly string[] = ['addressees', 'docOnTargets']

/** Adds a hand to those that a place bears. */
export function withHand(hands: Hands, place: string, hand: string): Hands {
  return { ...hands, [place]: withOne(hands[place], hand) }
}

/** Frees a place: what stood there stands no more. */
export function withoutHands(hands: Hands, place: string): Hands {
  const { [place]: _gone, ...rest } = hands
  return rest
}

/** The hands after the head was saved: only what differs bears the new hand, only what is left bears the old. */
export function handsOnHead(hands: Hands, before: object, after: Record<string, unknown>, hand: string): Hands {
  const was = before as Record<string, unknown>
  return Object.entries(after).reduce((all, [field, value]) => {
    if (was[field] === value) return all
    const place = `head.${field}`
    const left = SENTENCES.includes(field) && value !== null ? all : withoutHands(all, place)
    return value === null ? left : withHand(left, place, hand)
  }, hands)
}

/** Everybody who wrote words that still stand in a draft, or arranged them. */
export function writersOf({ blocks = [], hands = {} }: Words): string[] {
  const written = blocks.flatMap((block) => (block.text === undefined ? [] : (block.hands ?? [])))
  return [...new Set([...written, ...Object.values(hands).flat()])]
}

/** Everybody who wrote the words of one paragraph; a composed one is nobody's. */
export function writersOfParagraph({ blocks = [], hands = {} }: Words, key: string): string[] {
  const block = blocks.find((one) => one.key === key)
  return block?.text === undefined ? [] : (block.hands ?? hands.earlier ?? [])
}

/** A set of hands with one more. */
export function withOne(hands: readonly string[] = [], hand: string): string[] {
  return hands.includes(hand) ? [...hands] : [...hands, hand]
}
