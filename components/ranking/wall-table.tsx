import { formatCenti } from '@/lib/domain/exact'
import { kindsOf } from '@/lib/domain/figure'
import type { Line } from '@/lib/domain/groups'
import type { Overview } from '@/lib/domain/overview'
import type { AdoptionRow, SubmissionRow } from '@/lib/domain/ranking'
import type { WallColumn } from '@/lib/domain/wall'
import { Count, Group, Rank, rateBar } from './cells'
import { listPath } from './links'

const HEADS = {
  adoption: ['名次', '单位', '上报', '区级', '市级', '省级', '总分', '占比'],
  submission: ['名次', '单位', '任务', '条数', '得分', '完成率'],
} as const
const LEVELS = ['forwarded', 'district', 'city', 'province'] as const

type Props = { overview: Overview; column: WallColumn; name: string }

/** A table of the ranking, or a part of it, in half a screen: fewer columns than on the page, larger letters. */
export function WallTable({ overview, column, name }: Props) {
  const { kind, part, parts } = column
  const heads = HEADS[kind]
  const lines: readonly Line<AdoptionRow | SubmissionRow>[] = column.lines
  return (
    <table className={`standing standing-${kind} line-${overview.ranking.quarters.length}`}>
      <caption>
        {name} {parts > 1 && <small>{`（${part}／${parts}）`}</small>}
      </caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          if ('group' in line) return <Group key={line.group} words={line.group} columns={heads.length} />
          if ('line' in line) {
            return (
              <tr key="line" className="line">
                <td colSpan={heads.length}>{line.line}</td>
              </tr>
            )
          }
          return <Row key={line.row.unitId} row={line.row} overview={overview} />
        })}
      </tbody>
    </table>
  )
}

function Row({ row, overview }: { row: AdoptionRow | SubmissionRow; overview: Overview }) {
  const { moved } = overview
  const adopted = 'points' in row
  return (
    <tr>
      <Rank rank={row.rank} movement={moved[adopted ? 'adoption' : 'submission'].get(row.unitId)} />
      <th scope="row">{row.unit}</th>
      {adopted ? <Adopted row={row} overview={overview} /> : <Submitted row={row} overview={overview} />}
    </tr>
  )
}

function Adopted({ row, overview: { ranking, span } }: { row: AdoptionRow; overview: Overview }) {
  const { unitId, counts, points, share, rate } = row
  return (
    <>
      {LEVELS.map((figure) => (
        <Count
          key={figure}
          href={listPath(ranking.quarter, { figure, unitId }, span)}
          n={kindsOf(figure).reduce((sum, kind) => sum + counts[kind], 0)}
        />
      ))}
      <Count
        href={listPath(ranking.quarter, { figure: 'points', unitId }, span)}
        n={points}
        words={formatCenti(points)}
      />
      <td style={rateBar(rate, 1)}>{share ?? '—'}</td>
    </>
  )
}

function Submitted({ row, overview: { ranking, span } }: { row: SubmissionRow; overview: Overview }) {
  const { unitId, target, items, score, completion, rate } = row
  return (
    <>
      <td>{target ?? '—'}</td>
      <Count href={listPath(ranking.quarter, { figure: 'items', unitId }, span)} n={items} />
      <td>{score ?? '—'}</td>
      <td style={rateBar(rate, 2)}>{completion ?? '—'}</td>
    </>
  )
}
