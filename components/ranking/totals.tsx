import { type Change, changeWords, LARGE, LARGE_FIGURES } from '@/lib/domain/compare'
import { figureValue } from '@/lib/domain/figure'
import { byLevel, isAdded } from '@/lib/domain/kinds'
import type { Overview } from '@/lib/domain/overview'
import type { ListLink } from './links'

/** The large figures, each against the quarter before and the same time last year. */
export function Totals({ overview, link }: { overview: Overview; link: ListLink }) {
  const { ranking, large, span } = overview
  return (
    <ul className="totals">
      {LARGE_FIGURES.map((figure) => (
        <li key={figure}>
          <a href={link(ranking.quarter, { figure }, span)}>
            <span>{LARGE[figure]}</span> <b>{String(ranking.totals[figure])}</b>
          </a>
          <Compared now={ranking.totals[figure]} change={large[figure]} />
        </li>
      ))}
      {byLevel(ranking.kinds)
        .map(({ level }) => level)
        .filter(isAdded)
        .map((figure) => (
          <li key={figure}>
            <a href={link(ranking.quarter, { figure }, span)}>
              <span>{figure}</span> <b>{String(figureValue(ranking, { figure }))}</b>
            </a>
          </li>
        ))}
    </ul>
  )
}

function Compared({ now, change: { before, yearAgo } }: { now: number; change: Change }) {
  return (
    <small>
      {before !== undefined && <span>较上季 {changeWords(now, before)}</span>}{' '}
      <span>较去年同期 {changeWords(now, yearAgo)}</span>
    </small>
  )
}
