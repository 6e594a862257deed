import type { Overview } from '@/lib/domain/figures/overview'
import { quarterName } from '@/lib/domain/time/quarter'

/** What a reader must know before trusting the figures: quarters that are empty, or that came in as figures only. */
export function Notes({ overview: { ranking, span, empty, past } }: { overview: Overview }) {
  const whole = empty.length === ranking.quarters.length
  return (
    <>
      {whole && (
        <p className="note">
          {span === 'quarter' ? '本季度' : '这一时段'}还没有信息报送。各单位报送后，名次在此处随时更新。
        </p>
      )}
      {!whole && empty.length > 0 && <p className="note">{empty.map(quarterName).join('、')}没有数据，按0计。</p>}
      {past.map(({ quarter, source }) => (
        <p key={quarter} className="note">
          {span === 'quarter' ? '本季度' : quarterName(quarter)}为历史数据，只有统计数字，没有信息明细（来源：{source}
          ）。
        </p>
      ))}
    </>
  )
}

/** What the signs beside the ranks mean, and against what they were taken. */
export function MovementNote({ overview: { ranking, comparable } }: { overview: Overview }) {
  const against = ranking.quarters.length === 1 ? '上季度' : '截至上季度'
  return (
    <p className="legend">
      {comparable
        ? `名次旁的▲为比${against}上升、▼为下降的位次，—为未变，新为${against}没有名次。`
        : `${against}没有数据，不比较名次。`}
    </p>
  )
}
