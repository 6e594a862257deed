/**
 * A text as search compares it: without case, character by character, so that a part of a text folds to a part of the
 * folded text (JavaScript alone folds the last Σ of a Greek word by what stands before it).
 */
export function fold(s: string): string {
  return s.toLowerCase().replaceAll('ς', 'σ')
}
