import { cx } from '@/components/ui/cx'
import { Disclosure } from '@/components/ui/disclosure'
import { Sheet } from '@/components/ui/sheet'
import { Table } from '@/components/ui/table'
import { bars } from '@/lib/domain/figures/chart/bars'
import { labelWidthOf } from '@/lib/domain/figures/chart/labels'
import { TREND, TREND_FIGURES, type TrendFigure, type TrendQuarter } from '@/lib/domain/figures/overview'
import { ordinalOf, quarterName, yearOf } from '@/lib/domain/time/quarter'
import { LEGEND } from './cells'
import type { ListLink } from './links'

const WIDTH = 300
/** The height of a drawing beside others, and of what stands under its bars. */
const HEIGHT = 132
const FOOT = 42
const BAR = 22

type Props = { trend: readonly TrendQuarter[]; link: ListLink }

/** How each figure went, quarter by quarter: small drawings of one measure each, and the same as a table. */
export function Trends({ trend, link }: Props) {
  return (
    <Sheet>
      <div className="grid grid-cols-1 sm:grid-cols-3 gap-x-12 gap-y-6">
        {TREND_FIGURES.map((figure) => (
          <TrendDrawing key={figure} figure={figure} trend={trend} link={link} />
        ))}
      </div>
      <div className="mt-4 text-base print:hidden">
        <Disclosure summary="列成表格">
          <TrendTable trend={trend} link={link} />
        </Disclosure>
      </div>
      <p className={LEGEND}>“—”为没有数据。每根直条可点开当季明细。</p>
    </Sheet>
  )
}

/** One figure over the quarters, a bar each that opens the list of its quarter. */
export function TrendDrawing({
  figure,
  trend,
  link,
  height = HEIGHT,
}: Props & { figure: TrendFigure; height?: number }) {
  const base = height - FOOT
  const values = trend.map(({ figures }) => figures?.[figure] ?? null)
  const longest = Math.max(...values.map((value) => labelWidthOf(String(value ?? '—'), 15)))
  const step = WIDTH / Math.max(1, trend.length)
  const font = Number(Math.min(15, (15 * (step - 2)) / longest).toFixed(1))
  return (
    <figure className="break-inside-avoid">
      <figcaption className={height === HEIGHT ? 'text-base text-second' : undefined}>{TREND[figure]}</figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: no element groups what stands in a drawing */}
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        fontSize="13"
        textAnchor="middle"
        className={cx(
          'block w-full h-auto overflow-visible [&_a]:fill-work [print-color-adjust:exact]',
          height === HEIGHT ? 'fill-second' : 'fill-ink',
        )}
        role="group"
        aria-label={`${TREND[figure]}走势`}
      >
        {bars(values, { width: WIDTH, top: 20, bottom: base, barWidth: BAR }).map(
          ({ x, y, height: tall, middle }, i) => {
            const { quarter } = trend[i] as TrendQuarter
            const value = values[i] ?? null
            const words = { x: middle, y: (y - 5).toFixed(1), fontSize: font }
            return value === null ? (
              <text key={quarter} {...words}>
                —
              </text>
            ) : (
              <a
                key={quarter}
                href={link(quarter, { figure })}
                aria-label={`${quarterName(quarter)} ${TREND[figure]} ${value}`}
              >
                <rect x={x} y={y.toFixed(1)} width={BAR} height={tall.toFixed(1)} />
                <text {...words}>{value}</text>
              </a>
            )
          },
        )}
        <path className="fill-none stroke-second" d={`M0 ${base}H${WIDTH}`} />
        <Quarters trend={trend} step={step} y={base + 17} />
      </svg>
    </figure>
  )
}

/** The quarters under the bars; a year is said at its first. */
function Quarters({ trend, step, y }: { trend: readonly TrendQuarter[]; step: number; y: number }) {
  return trend.map(({ quarter }, i) => (
    <text key={quarter} x={step * (i + 0.5)} y={y}>
      {quarterName(quarter).slice('2020年'.length, -1)}
      {(i === 0 || ordinalOf(quarter) === 1) && (
        <tspan x={step * (i + 0.5)} dy="17">
          {yearOf(quarter)}
        </tspan>
      )}
    </text>
  ))
}

const HEADS = [{ name: '季度' }, ...TREND_FIGURES.map((figure) => ({ name: TREND[figure], number: true }))]

function TrendTable({ trend, link }: Props) {
  return (
    <Table caption="近八个季度走势" heads={HEADS}>
      <tbody>
        {trend.map(({ quarter, figures }) => (
          <tr key={quarter}>
            <th scope="row">{quarterName(quarter)}</th>
            {TREND_FIGURES.map((figure) => (
              <td key={figure} data-label={TREND[figure]} data-number="">
                {figures ? <a href={link(quarter, { figure })}>{figures[figure]}</a> : '—'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
