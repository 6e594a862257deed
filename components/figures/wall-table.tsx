import { byLevel, countOfLevel, levelShort } from '@/lib/domain/adoptions/kinds'
import { formatPoints } from '@/lib/domain/base/exact'
import type { TableLine } from '@/lib/domain/figures/groups'
import type { Overview } from '@/lib/domain/figures/overview'
import type { AdoptionRow, SubmissionRow } from '@/lib/domain/figures/ranking-rows'
import type { WallColumn } from '@/lib/domain/figures/wall'
import { CountCell, GroupRow, Rank, RateCell, RuledLine, UnitCell } from './cells'
import { listPath } from './links'
import { markAt } from './standings'

const SUBMISSION_HEADS = ['名次', '单位', '任务', '条数', '得分', '完成率']
const levelsOf = ({ ranking }: Overview) => byLevel(ranking.kinds).map(({ level }) => level)

type Props = { overview: Overview; column: WallColumn; name: string }

/** A table of the ranking, or a part of it, in half a screen: fewer columns than on the page, larger letters. */
export function WallTable({ overview, column, name }: Props) {
  const { kind, part, parts } = column
  const heads =
    kind === 'submission' ? SUBMISSION_HEADS : ['名次', '单位', ...levelsOf(overview).map(levelShort), '总分', '占比']
  const spare = new Set(kind === 'adoption' ? levelsOf(overview).map(levelShort) : [])
  const lines: readonly TableLine<AdoptionRow | SubmissionRow>[] = column.lines
  return (
    <table
      data-adoption={kind === 'adoption' ? '' : undefined}
      style={markAt(kind === 'adoption' ? 0.25 * overview.ranking.quarters.length : 0.5)}
    >
      <caption>
        {name} {parts > 1 && <small>{`（${part}／${parts}）`}</small>}
      </caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th
              key={head}
              scope="col"
              data-name={head === '单位' ? '' : undefined}
              // Above the rank, not above how it moved.
              data-rank={head === '名次' && overview.comparable ? '' : undefined}
              data-spare={spare.has(head) ? '' : undefined}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          if ('group' in line) return <GroupRow key={line.group} words={line.group} columns={heads.length} />
          if ('line' in line) return <RuledLine key="line" words={line.line} columns={heads.length} />
          return <Row key={line.row.unitId} row={line.row} marks={line.marks} overview={overview} />
        })}
      </tbody>
    </table>
  )
}

type RowProps = { row: AdoptionRow | SubmissionRow; marks: readonly string[]; overview: Overview }

function Row({ row, marks, overview }: RowProps) {
  const { moved } = overview
  const adopted = 'points' in row
  return (
    <tr>
      <Rank rank={row.rank} movement={moved[adopted ? 'adoption' : 'submission'].get(row.unitId)} />
      <UnitCell unit={row.unit} marks={marks} />
      {adopted ? <Adopted row={row} overview={overview} /> : <Submitted row={row} overview={overview} />}
    </tr>
  )
}

function Adopted({ row, overview }: { row: AdoptionRow; overview: Overview }) {
  const { ranking, span } = overview
  const { unitId, counts, points, share, rate } = row
  return (
    <>
      {levelsOf(overview).map((figure) => (
        <CountCell
          key={figure}
          href={listPath(ranking.quarter, { figure, unitId }, span)}
          n={countOfLevel(counts, figure)}
          spare
        />
      ))}
      <CountCell
        href={listPath(ranking.quarter, { figure: 'points', unitId }, span)}
        n={points.n}
        words={formatPoints(points)}
        label="总分"
      />
      <RateCell words={share} rate={rate} longest={1} />
    </>
  )
}

function Submitted({ row, overview: { ranking, span } }: { row: SubmissionRow; overview: Overview }) {
  const { unitId, target, items, score, completion, rate } = row
  return (
    <>
      <td>{target ?? '—'}</td>
      <CountCell href={listPath(ranking.quarter, { figure: 'items', unitId }, span)} n={items} />
      <td>{score ?? '—'}</td>
      <RateCell words={completion} rate={rate} longest={2} />
    </>
  )
}
