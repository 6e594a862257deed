/** A bar beside the words that say the same; `line` draws a vermilion mark at a share of the whole. */
export function Meter({ rate, line }: { rate: number; line?: number }) {
  return (
    <span className="meter" aria-hidden="true">
      <i style={{ width: percent(rate) }} />
      {line !== undefined && <b style={{ left: percent(line) }} />}
    </span>
  )
}

function percent(share: number): string {
  return `${Math.min(100, Math.max(0, share * 100)).toFixed(1)}%`
}
