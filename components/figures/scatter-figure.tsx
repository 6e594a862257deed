import { type ChartSize, type ScatterPoint, scatter } from '@/lib/domain/figures/chart/scatter'
import type { Overview } from '@/lib/domain/figures/overview'
import { lineOfSpan, lineWords } from '@/lib/domain/time/span'
import type { ListLink } from './links'
import { markAt } from './marks'

type Props = { overview: Overview; size: ChartSize; link: ListLink }

/** Completion against share: every unit a mark that opens its list of points. */
export function ScatterFigure({ overview, size, link }: Props) {
  const { ranking, span } = overview
  const drawn = scatter(ranking, size)
  const { plot, target, line } = drawn
  const { font } = size
  const words = lineWords(ranking.quarters.length)
  return (
    <figure className="scatter">
      <figcaption>
        完成率与占比{' '}
        <small>{ranking.tables.map(({ category }, i) => `${markAt(i).sign} ${category.name}`).join('　')}</small>
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: no element groups what stands in a drawing */}
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        fontSize={font}
        role="group"
        aria-label="各单位完成率与占比对照图"
      >
        <path className="axis" d={`M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}`} />
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
        <path className="target" d={`M${target} ${plot.top}V${plot.bottom}`} />
        <path className="goal" d={`M${plot.left} ${line}H${plot.right}`} />
        <text className="goal-words" x={plot.right + font * 1.1} y={line + font * 0.35}>
          {lineOfSpan(ranking.quarters.length)} 线
        </text>
        <g className="labels">
          {drawn.labels.map(({ x, y, words }) => (
            <text key={words} x={x.toFixed(1)} y={y.toFixed(1)}>
              {words}
            </text>
          ))}
        </g>
        {drawn.points.map((point) => (
          <a key={point.unitId} href={link(ranking.quarter, { figure: 'points', unitId: point.unitId }, span)}>
            <title>{point.words}</title>
            <path className={point.place > 0 ? 'further' : undefined} d={markOf(point, font * 0.46)} />
          </a>
        ))}
      </svg>
      <p className="legend">
        每个点为一个单位，点开为其采用明细；竖线为完成率 100%，红线为占比 {words}。超出图幅的单位标在边上，带尖角。
        {drawn.absent > 0 && `未下达任务的 ${drawn.absent} 个单位不在图中。`}各点的数值即上面各表的“完成率”和“占比”。
      </p>
    </figure>
  )
}

/** The mark of the unit's category; with a pointed mark towards what lies beyond the edge. */
function markOf({ x, y, place, beyond }: ScatterPoint, r: number): string {
  const n = (length: number) => Number(length.toFixed(1))
  const shape = markAt(place).outline(x, y, r)
  const right = beyond.right
    ? `M${n(x + r * 1.3)} ${n(y - r * 0.6)}l${n(r * 0.9)} ${n(r * 0.6)}l${n(-r * 0.9)} ${n(r * 0.6)}z`
    : ''
  const top = beyond.top
    ? `M${n(x - r * 0.6)} ${n(y - r * 1.4)}l${n(r * 0.6)} ${n(-r * 0.9)}l${n(r * 0.6)} ${n(r * 0.9)}z`
    : ''
  return shape + right + top
}
