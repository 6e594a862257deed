import { Link } from '@/components/ui/link'
import { Progress } from '@/components/ui/progress'
import { kindRow } from '@/lib/domain/adoptions/kinds'
import { type Centi, type Fraction, formatCenti, formatPoints } from '@/lib/domain/base/exact'
import { itemsDue, itemsWanting, wayToLine } from '@/lib/domain/figures/progress'
import { onTrack } from '@/lib/domain/figures/scoring'
import type { Rules } from '@/lib/domain/rules/book'
import { type Quarter, yearOf } from '@/lib/domain/time/quarter'
import { listPath } from './links'

type Props = {
  quarter: Quarter
  unitId: string
  items: number
  target: number | null
  points: Fraction
  annualTarget: Centi | null
  share: string | null
  rules: Rules
  /** How far the quarter has gone, 0..1; 1 once it is over. */
  progress: number
}

const ROW =
  'grid grid-cols-[6em_minmax(0,1fr)] lg:grid-cols-[6em_minmax(14em,1fr)_minmax(0,2fr)_minmax(16em,1.5fr)] items-center gap-x-6 gap-y-2 py-4 border-b border-line'
const BAR = 'flex col-span-2 lg:col-span-1'
const REMARK = 'col-span-2 lg:col-span-1 lg:col-start-4'

/** A unit's quarter on two lines: what was asked, what was done, what is wanting. */
export function UnitQuarterBlock(props: Props) {
  const { quarter, unitId, items, target, points, annualTarget, share } = props
  return (
    <dl>
      <div className={ROW}>
        <dt className="text-second">报送任务</dt>
        <dd>
          <Link href={listPath(quarter, { figure: 'items', unitId })}>
            <strong className="text-xl">{items}</strong>
            {target !== null && ` / ${target}`} 条
          </Link>
        </dd>
        {target !== null && (
          <dd className={BAR}>
            <Progress share={items / target} />
          </dd>
        )}
        <dd className={REMARK}>
          {target === null ? `${yearOf(quarter)}年未下达本单位的报送任务，只计条数。` : sendingInWords(props, target)}
        </dd>
      </div>
      <div className={ROW}>
        <dt className="text-second">本季得分</dt>
        <dd>
          <Link href={listPath(quarter, { figure: 'points', unitId })}>
            <strong className="text-xl">{formatPoints(points)}</strong> 分
          </Link>
          {annualTarget !== null && `，年度任务 ${formatCenti(annualTarget)} 分`}
        </dd>
        {annualTarget !== null && (
          <dd className={BAR}>
            <Progress share={points.n / points.d / annualTarget} line={0.25} />
          </dd>
        )}
        <dd className={REMARK}>
          {annualTarget === null
            ? `${yearOf(quarter)}年未下达本单位的年度任务，不计占比。`
            : `${share} · ${lineInWords(props, annualTarget)}`}
        </dd>
      </div>
    </dl>
  )
}

function sendingInWords({ items, progress }: Props, target: number): string {
  const wanting = itemsWanting(items, target)
  const done = wanting > 0 ? `还差 ${wanting} 条` : items > target ? `已完成，超出 ${items - target} 条` : '已完成'
  return progress < 1 ? `${done} · 按进度应报 ${itemsDue(target, progress)} 条` : done
}

function lineInWords({ points, rules, progress }: Props, annualTarget: Centi): string {
  if (onTrack(points, annualTarget)) return '已过 25% 线'
  if (progress === 1) return '未过 25% 线'
  const way = wayToLine(points, annualTarget, rules)
  return way ? `再有 ${way.count} 条${kindRow(way.kind).column}即过 25% 线` : '未过 25% 线'
}
