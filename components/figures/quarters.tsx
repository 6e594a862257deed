import { type Quarter, quarterName } from '@/lib/domain/time/quarter'

type Props = {
  base: '/ranking' | '/notices'
  quarter: Quarter
  quarters: readonly Quarter[]
  /** What else the address says, with its "?". */
  query?: string
}

/** Leads to the quarter before, the one after and all others that hold anything; quarters come newest first. */
export function Quarters({ base, quarter, quarters, query = '' }: Props) {
  const after = quarters.findLast((q) => q > quarter)
  const before = quarters.find((q) => q < quarter)
  const others = quarters.filter((q) => q !== quarter && q !== after && q !== before)
  if (quarters.every((q) => q === quarter)) return null
  const link = (q: Quarter, words = quarterName(q)) => <a href={`${base}/${q}${query}`}>{words}</a>
  return (
    <nav aria-label="季度" className="quarters no-print">
      {before && link(before, `← ${quarterName(before)}`)}
      {after && link(after, `${quarterName(after)} →`)}
      {others.length > 0 && (
        <details>
          <summary>其他季度</summary>
          <ul>
            {others.map((q) => (
              <li key={q}>{link(q)}</li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  )
}
