import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
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
  const link = (q: Quarter, words = quarterName(q)) => (
    <Link href={`${base}/${q}${query}`} kind="quiet">
      {words}
    </Link>
  )
  return (
    <nav aria-label="季度" className="flex flex-wrap items-baseline gap-x-4 gap-y-1 print:hidden">
      {before && link(before, `← ${quarterName(before)}`)}
      {after && link(after, `${quarterName(after)} →`)}
      {others.length > 0 && (
        <Disclosure summary="其他季度" over>
          <ul>
            {others.map((q) => (
              <li key={q}>{link(q)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </nav>
  )
}
