/** Takes one of every so many cases, the same ones each time. */
export function everyOf(n: number): () => boolean {
  let count = 0
  return () => count++ % n === 0
}
