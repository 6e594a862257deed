import type { CSSProperties } from 'react'
import { byLevel, isAdded } from '@/lib/domain/adoptions/kinds'
import { type Change, changeWords, LARGE, LARGE_FIGURES } from '@/lib/domain/figures/compare'
import { figureValue } from '@/lib/domain/figures/figure'
import type { Overview } from '@/lib/domain/figures/overview'
import type { ListLink } from './links'

/** The large figures, each against the quarter before and the same time last year. */
export function TotalsBlock({ overview, link }: { overview: Overview; link: ListLink }) {
  const { ranking, large, span } = overview
  const added = byLevel(ranking.kinds)
    .map(({ level }) => level)
    .filter(isAdded)
  const levels = LARGE_FIGURES.length - 1 + added.length
  const shown = LARGE_FIGURES.map((figure) => (
    <li key={figure}>
      <a href={link(ranking.quarter, { figure }, span)}>
        <span>{LARGE[figure]}</span> <b>{String(ranking.totals[figure])}</b>
      </a>
      <Compared now={ranking.totals[figure]} change={large[figure]} />
    </li>
  ))
  return (
    <ul className="totals" style={added.length > 0 ? ({ '--levels': levels } as CSSProperties) : undefined}>
      {shown.slice(0, -1)}
      {added.map((figure) => (
        <li key={figure}>
          <a href={link(ranking.quarter, { figure }, span)}>
            <span>{figure}</span> <b>{String(figureValue(ranking, { figure }))}</b>
          </a>
        </li>
      ))}
      {shown.at(-1)}
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
