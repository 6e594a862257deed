import { Note } from '@/components/ui/note'
import type { Overview } from '@/lib/domain/figures/overview'
import { quarterName } from '@/lib/domain/time/quarter'
import { LEGEND } from './cells'

/** What a reader must know before trusting the figures: quarters that are empty, or that came in as figures only. */
export function Notes({ overview: { ranking, span, empty, past } }: { overview: Overview }) {
  const whole = empty.length === ranking.quarters.length
  return (
    <>
      {whole && (
        <Note className="mt-4">
          {span === 'quarter' ? '本季度' : '这一时段'}还没有信息报送。各单位报送后，名次在此处随时更新。
        </Note>
      )}
      {!whole && empty.length > 0 && <Note className="mt-4">{empty.map(quarterName).join('、')}没有数据，按0计。</Note>}
      {past.map(({ quarter, source }) => (
        <Note key={quarter} className="mt-4">
          {span === 'quarter' ? '本季度' : quarterName(quarter)}为历史数据，只有统计数字，没有信息明细（来源：{source}
          ）。
        </Note>
      ))}
    </>
  )
}

/** What the signs beside the ranks mean, and against what they were taken. */
export function MovementNote({ overview: { ranking, comparable } }: { overview: Overview }) {
  const against = ranking.quarters.length === 1 ? '上季度' : '截至上季度'
  return (
    <p className={LEGEND}>
      {comparable
        ? `名次旁的▲为比${against}上升、▼为下降的位次，—为未变，新为${against}没有名次。`
        : `${against}没有数据，不比较名次。`}
    </p>
  )
}
