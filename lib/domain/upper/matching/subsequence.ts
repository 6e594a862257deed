/** Length of the longest common subsequence of two texts, in UTF-16 units; 0 where nothing is shared. */
export function commonLength(a: string, b: string): number {
  const row = new Uint16Array(b.length + 1)
  for (let i = 0; i < a.length; i++) {
    let diagonal = 0
    const letter = a.charCodeAt(i)
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0
      row[j] = letter === b.charCodeAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0)
      diagonal = above
    }
  }
  return row[b.length] ?? 0
}
