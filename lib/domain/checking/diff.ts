/** A stretch in which two sequences differ: indices [from, to) of each. */
export type Hunk = { left: readonly [number, number]; right: readonly [number, number] }

const LARGEST = 4_000_000

/** Where two sequences of lines differ, by their longest common subsequence; very long differences stay one hunk. */
export function hunksOf(left: readonly string[], right: readonly string[]): Hunk[] {
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start++
  let end = 0
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end++
  const [n, m] = [left.length - start - end, right.length - start - end]
  if (n === 0 && m === 0) return []
  if (n === 0 || m === 0 || n * m > LARGEST) return [{ left: [start, start + n], right: [start, start + m] }]
  return walk(left, right, start, n, m)
}

function walk(left: readonly string[], right: readonly string[], start: number, n: number, m: number): Hunk[] {
  const width = m + 1
  const common = new Uint32Array((n + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  const same = (i: number, j: number) => left[start + i] === right[start + j]
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      common[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const hunks: Hunk[] = []
  let [i, j] = [0, 0]
  while (i < n || j < m) {
    const from = [i, j] as const
    while ((i < n || j < m) && !(i < n && j < m && same(i, j))) {
      if (j >= m || (i < n && at(i + 1, j) >= at(i, j + 1))) i++
      else j++
    }
    if (i > from[0] || j > from[1])
      hunks.push({ left: [start + from[0], start + i], right: [start + from[1], start + j] })
    while (i < n && j < m && same(i, j)) {
      i++
      j++
    }
  }
  return hunks
}

const CONTEXT = 6

/** The differing middle of two texts with a few letters around it, and where it begins. */
export function differing(left: string, right: string): { left: string; right: string } {
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start++
  let end = 0
  const most = Math.min(left.length, right.length) - start
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end++
  const cut = (text: string) => {
    const [from, to] = [Math.max(0, start - CONTEXT), Math.min(text.length, text.length - end + CONTEXT)]
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
  }
  return { left: cut(left), right: cut(right) }
}
