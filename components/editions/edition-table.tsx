import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { type EditionState, editionName } from '@/lib/domain/editions/publication'
import { chineseDate } from '@/lib/domain/time/quarter'
import { EditionStateSign } from './edition-state'

type Row = {
  id: string
  year: number
  issueNo: number
  day: string
  state: EditionState
  entries: number
  madeBy: string
}

const HEADS = [
  { name: '期号' },
  { name: '状态' },
  { name: '发刊日期' },
  { name: '编排' },
  { name: '条数', number: true },
]

/** The editions of one publication, the newest number first. */
export function EditionTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Table caption="各期，期号新的在前" heads={HEADS}>
      <tbody>
        {rows.map(({ id, day, state, entries, madeBy, ...number }) => (
          <tr key={id}>
            <td data-wide="">
              <Link href={`/editions/${id}`} kind="quiet">
                {editionName(number)}
              </Link>
            </td>
            <td data-label="状态">
              <EditionStateSign state={state} />
            </td>
            <td data-label="发刊日期">{chineseDate(day)}</td>
            <td data-label="编排">{madeBy}</td>
            <td data-label="条数" data-number="">
              {entries}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
