import { byLevel, isAdded } from '@/lib/domain/adoptions/kinds'
import { type Change, changeWords, LARGE, LARGE_FIGURES } from '@/lib/domain/figures/compare'
import { figureValue } from '@/lib/domain/figures/figure'
import type { Overview } from '@/lib/domain/figures/overview'
import type { ListLink } from './links'

type Look = Readonly<Record<'list' | 'item' | 'name' | 'number' | 'last' | 'change', string>>

const PAGE: Look = {
  list: 'grid grid-cols-2 sm:grid-flow-col sm:auto-cols-fr border border-line bg-paper',
  item: 'px-4 py-3 print:px-3 print:py-1 max-sm:last:col-span-2',
  name: 'block text-second print:text-ink',
  number: 'block w-fit text-2xl font-semibold text-work print:text-xl print:text-ink',
  last: 'block w-fit text-xl leading-[1.75] font-semibold text-work print:leading-tight print:text-ink',
  change: 'grid text-base text-second max-sm:text-sm print:text-xs',
}
/** The letters of a wall grow with its screen: wall.css. */
const WALL: Look = {
  list: 'wall-totals',
  item: '',
  name: 'wall-second',
  number: 'wall-number',
  last: 'wall-number wall-lesser',
  change: 'wall-second',
}

type Props = { overview: Overview; link: ListLink; wall?: boolean }

/** The large figures, each against the quarter before and the same time last year. */
export function TotalsBlock({ overview, link, wall = false }: Props) {
  const { ranking, large, span } = overview
  const look = wall ? WALL : PAGE
  const added = byLevel(ranking.kinds)
    .map(({ level }) => level)
    .filter(isAdded)
  const shown = LARGE_FIGURES.map((figure, index) => (
    <li key={figure} className={look.item}>
      <a href={link(ranking.quarter, { figure }, span)} className={look.name}>
        <span>{LARGE[figure]}</span>{' '}
        <b className={index === LARGE_FIGURES.length - 1 ? look.last : look.number}>{String(ranking.totals[figure])}</b>
      </a>
      <Compared now={ranking.totals[figure]} change={large[figure]} look={look} />
    </li>
  ))
  return (
    <ul data-totals="" className={look.list}>
      {shown.slice(0, -1)}
      {added.map((figure) => (
        <li key={figure} className={look.item}>
          <a href={link(ranking.quarter, { figure }, span)} className={look.name}>
            <span>{figure}</span> <b className={look.number}>{String(figureValue(ranking, { figure }))}</b>
          </a>
        </li>
      ))}
      {shown.at(-1)}
    </ul>
  )
}

type ComparedProps = { now: number; change: Change; look: Look }

function Compared({ now, change: { before, yearAgo }, look }: ComparedProps) {
  return (
    <small className={look.change}>
      {before !== undefined && <span>较上季 {changeWords(now, before)}</span>}{' '}
      <span>较去年同期 {changeWords(now, yearAgo)}</span>
    </small>
  )
}
