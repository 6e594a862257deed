/** What stands in place of a number while there is none: no id holds a colon, so no item ever takes the number of another. */
export const DRAFT = 'draft:'
export const UNNUMBERED = 'unnumbered:'

/** Whether an item has a number yet. */
export function isNumbered(ref: string): boolean {
  return !ref.startsWith(DRAFT) && !ref.startsWith(UNNUMBERED)
}

/** The number of an item as people read it, or why it has none yet. */
export function numberInWords(ref: string): string {
  if (ref.startsWith(DRAFT)) return '报送后编号'
  return ref.startsWith(UNNUMBERED) ? '待编号' : ref
}
