import { ANSWERS, type AnswerState, tally, timeLeft } from '@/lib/domain/commissions/commission'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Row = {
  id: string
  topic: string
  deadline: number
  closedAt: number | null
  answers: readonly { state: AnswerState }[]
}

/** Commissions, newest first. `own`: as the asked unit reads them, with its own answer alone. */
export function CommissionTable({ rows, now, own }: { rows: readonly Row[]; now: number; own: boolean }) {
  return (
    <table className="table table-stack commissions">
      <caption className="sr-only">约稿，新发出的在前</caption>
      <thead>
        <tr>
          <th scope="col">约稿主题</th>
          <th scope="col">截止时间</th>
          <th scope="col">时限</th>
          <th scope="col">回复情况</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, topic, deadline, closedAt, answers }) => (
          <tr key={id}>
            <td data-wide="">
              <a href={`/commissions/${id}`}>{topic}</a>
            </td>
            <td data-label="截止时间">{chineseDateTime(deadline)}</td>
            <td data-label="时限">{closedAt === null ? timeLeft(deadline, now) : '已结束'}</td>
            <td data-label="回复情况">{own ? ANSWERS[answers[0]?.state ?? 'waiting'] : tallyInWords(answers)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "3 / 57，其中逾期 1". */
export function tallyInWords(answers: readonly { state: AnswerState }[]): string {
  const { asked, answered, late } = tally(answers.map(({ state }) => state))
  return `已回复 ${answered} / ${asked}${late > 0 ? `，其中逾期 ${late}` : ''}`
}
