export type Box = { left: number; top: number; right: number; bottom: number }
type Wanted = { x: number; y: number; words: string }
type Room = {
  frame: Box
  marks: readonly { x: number; y: number }[]
  mark: number
  font: number
  /** What else may not be covered. */
  kept?: readonly Box[]
  most?: number
}

/** How wide words are, in the units of `font`: a Chinese character is one wide, figures and Latin letters about half. */
export function labelWidthOf(words: string, font: number): number {
  return [...words].reduce((sum, c) => sum + (c > '⺀' ? 1 : c === '%' ? 0.9 : 0.58), 0) * font
}

/**
 * Words beside their marks, the most wanted first: right, left, above or below, wherever they cover neither a mark nor
 * other words. What finds no room is left out. x and y are the left end of the baseline.
 */
export function placeLabels(wanted: readonly Wanted[], room: Room): { x: number; y: number; words: string }[] {
  const { frame, marks, mark, font, kept = [], most = 10 } = room
  const taken: Box[] = [...kept]
  const labels: { x: number; y: number; words: string }[] = []
  for (const { x, y, words } of wanted) {
    if (labels.length === most) break
    const wide = labelWidthOf(words, font)
    const gap = mark * 1.5
    const places = [
      { left: x + gap, top: y - font * 0.55 },
      { left: x - gap - wide, top: y - font * 0.55 },
      { left: x - wide / 2, top: y - gap - font * 1.1 },
      { left: x - wide / 2, top: y + gap },
    ]
    const box = places
      .map(({ left, top }) => ({ left, top, right: left + wide, bottom: top + font * 1.1 }))
      .find(
        (one) =>
          one.left >= frame.left &&
          one.top >= frame.top &&
          one.right <= frame.right &&
          one.bottom <= frame.bottom &&
          !taken.some((other) => meet(one, other)) &&
          !marks.some((at) => meet(one, around(at, mark))),
      )
    if (!box) continue
    taken.push(box)
    labels.push({ x: box.left, y: box.top + font * 0.92, words })
  }
  return labels
}

function around({ x, y }: { x: number; y: number }, mark: number): Box {
  return { left: x - mark, top: y - mark, right: x + mark, bottom: y + mark }
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
