import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { ANSWERS, type AnswerState, tally, timeLeft } from '@/lib/domain/commissions/commission'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Row = {
  id: string
  topic: string
  deadline: number
  closedAt: number | null
  answers: readonly { state: AnswerState }[]
}

type Props = {
  rows: readonly Row[]
  now: number
  /** As the asked unit reads them, with its own answer alone. */
  own: boolean
  empty: string
}

const HEADS = [{ name: '约稿主题', wide: true }, { name: '截止时间' }, { name: '时限' }, { name: '回复情况' }]

/** Commissions, newest first. */
export function CommissionTable({ rows, now, own, empty }: Props) {
  return (
    <Table caption="约稿，新发出的在前" oneLine rowLink heads={HEADS} empty={rows.length === 0 && empty}>
      <tbody>
        {rows.map(({ id, topic, deadline, closedAt, answers }) => (
          <tr key={id}>
            <td data-wide="">
              <Link href={`/commissions/${id}`} kind="row">
                {topic}
              </Link>
            </td>
            <td data-label="截止时间">{chineseDateTime(deadline)}</td>
            <td data-label="时限">{closedAt === null ? timeLeft(deadline, now) : '已结束'}</td>
            <td data-label="回复情况">{own ? ANSWERS[answers[0]?.state ?? 'waiting'] : tallyInWords(answers)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** "3 / 57，其中逾期 1". */
export function tallyInWords(answers: readonly { state: AnswerState }[]): string {
  const { asked, answered, late } = tally(answers.map(({ state }) => state))
  return `已回复 ${answered} / ${asked}${late > 0 ? `，其中逾期 ${late}` : ''}`
}
