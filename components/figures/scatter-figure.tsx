import { cx } from '@/components/ui/cx'
import { type ChartSize, type ScatterPoint, scatter } from '@/lib/domain/figures/chart/scatter'
import type { Overview } from '@/lib/domain/figures/overview'
import { lineOfSpan, lineWords } from '@/lib/domain/time/span'
import { LEGEND } from './cells'
import type { ListLink } from './links'
import { categoryMark } from './marks'

type Props = { overview: Overview; size: ChartSize; link: ListLink; wall?: boolean }

/** Completion against share: every unit a mark that opens its list of points. */
export function ScatterFigure({ overview, size, link, wall = false }: Props) {
  const { ranking, span } = overview
  const drawn = scatter(ranking, size)
  const { plot, target, line } = drawn
  const { font } = size
  const words = lineWords(ranking.quarters.length)
  return (
    <figure className="break-inside-avoid">
      <figcaption className="font-semibold">
        完成率与占比{' '}
        <small className={wall ? 'wall-second ml-2' : 'ml-2 text-sm font-normal text-second'}>
          {ranking.tables.map(({ category }, i) => `${categoryMark(i).sign} ${category.name}`).join('　')}
        </small>
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: no element groups what stands in a drawing */}
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        fontSize={font}
        // On a phone the letters of the drawing are set larger; names of single units would cover the marks there, and a
        // tap opens the unit instead.
        className={cx(
          'block w-full h-auto overflow-visible fill-second [print-color-adjust:exact]',
          !wall && 'max-sm:text-lg',
        )}
        role="group"
        aria-label="各单位完成率与占比对照图"
      >
        <path className="fill-none stroke-second" d={`M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}`} />
        {drawn.across.map(({ at, words }) => (
          <text key={words} x={at} y={plot.bottom + font * 1.4} textAnchor="middle">
            {words}
          </text>
        ))}
        {drawn.up.map(({ at, words }) => (
          <text key={words} x={plot.left - font * 0.4} y={at + font * 0.35} textAnchor="end">
            {words}
          </text>
        ))}
        <text x={plot.right + font * 4.2} y={plot.bottom + font * 2.8} textAnchor="end">
          完成率 →
        </text>
        <text x={font * 0.2} y={font * 1.1}>
          占比 ↑
        </text>
        <path className="fill-none stroke-ink [stroke-dasharray:6_4]" d={`M${target} ${plot.top}V${plot.bottom}`} />
        <path className="fill-none stroke-red stroke-2" d={`M${plot.left} ${line}H${plot.right}`} />
        <text className="fill-red" x={plot.right + font * 1.1} y={line + font * 0.35}>
          {lineOfSpan(ranking.quarters.length)} 线
        </text>
        <g className="max-sm:hidden fill-ink stroke-paper stroke-[4] [stroke-linejoin:round] [paint-order:stroke]">
          {drawn.labels.map(({ x, y, words }) => (
            <text key={words} x={x.toFixed(1)} y={y.toFixed(1)}>
              {words}
            </text>
          ))}
        </g>
        <g className="fill-work stroke-paper stroke-[1.5] [&_a:hover]:fill-red [&_a:focus-visible]:fill-red">
          {drawn.points.map((point) => (
            <a
              key={point.unitId}
              href={link(ranking.quarter, { figure: 'points', unitId: point.unitId }, span)}
              className={point.place > 0 ? 'fill-ink' : undefined}
            >
              <title>{point.words}</title>
              <path d={markOf(point, font * 0.46)} />
            </a>
          ))}
        </g>
      </svg>
      {!wall && (
        <p className={LEGEND}>
          每个点为一个单位，点开为其采用明细；竖线为完成率 100%，红线为占比 {words}。超出图幅的单位标在边上，带尖角。
          {drawn.absent > 0 && `未下达任务的 ${drawn.absent} 个单位不在图中。`}各点的数值即上面各表的“完成率”和“占比”。
        </p>
      )}
    </figure>
  )
}

/** The mark of the unit's category; with a pointed mark towards what lies beyond the edge. */
function markOf({ x, y, place, beyond }: ScatterPoint, r: number): string {
  const n = (length: number) => Number(length.toFixed(1))
  const shape = categoryMark(place).outline(x, y, r)
  const right = beyond.right
    ? `M${n(x + r * 1.3)} ${n(y - r * 0.6)}l${n(r * 0.9)} ${n(r * 0.6)}l${n(-r * 0.9)} ${n(r * 0.6)}z`
    : ''
  const top = beyond.top
    ? `M${n(x - r * 0.6)} ${n(y - r * 1.4)}l${n(r * 0.6)} ${n(-r * 0.9)}l${n(r * 0.6)} ${n(r * 0.9)}z`
    : ''
  return shape + right + top
}
