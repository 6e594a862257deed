const PARTS = [
  ['天', 86_400_000],
  ['小时', 3_600_000],
  ['分', 60_000],
  ['秒', 1_000],
] as const

/** "2 天 3 小时", "5 分 10 秒": the two largest parts, the rest left out. */
export function durationInWords(ms: number): string {
  const found: string[] = []
  let rest = ms
  for (const [name, size] of PARTS) {
    const n = Math.floor(rest / size)
    rest -= n * size
    if (found.length > 0 || n > 0) found.push(n > 0 ? `${n} ${name}` : '')
  }
  return found.slice(0, 2).filter(Boolean).join(' ') || '不到 1 秒'
}
