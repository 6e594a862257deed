import { submissionLines } from '@/lib/domain/figures/groups'
import type { Overview } from '@/lib/domain/figures/overview'
import type { SpanTables, SubmissionRow } from '@/lib/domain/figures/ranking-rows'
import { submissionLegend } from '@/lib/domain/figures/scoring'
import { legendOver } from '@/lib/domain/rules/legends'
import { CountCell, GroupRow, HeadCell, LEGEND, Rank, RateCell, Sources, UnitCell } from './cells'
import { listBeside } from './links'
import { markAt, StandingSheet } from './standings'

/** How far a bar reaches at most, in targets. */
const LONGEST = 2

/** Who submitted how many of what was asked. */
export function SubmissionTable({ overview, of }: { overview: Overview; of: SpanTables }) {
  const { ranking } = overview
  const { category, submission: rows, rulesOf } = of
  return (
    <StandingSheet apart={of !== ranking.tables[0]}>
      <table style={markAt(0.5)}>
        <caption>
          {category.title}报送 <small>{rows.length} 个单位</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">名次</th>
            <th scope="col" data-name="">
              单位
            </th>
            <th scope="col">
              <HeadCell words="报送任务" />
            </th>
            <th scope="col">
              <HeadCell words="报送条数" />
            </th>
            <th scope="col">
              <HeadCell words="报送得分" />
            </th>
            <th scope="col">完成率</th>
          </tr>
        </thead>
        <tbody>
          {submissionLines(rows).map((line) => {
            if ('row' in line)
              return <Row key={line.row.unitId} row={line.row} marks={line.marks} overview={overview} />
            return 'group' in line && <GroupRow key={line.group} words={line.group} columns={7} />
          })}
        </tbody>
      </table>
      <p className={LEGEND}>
        {legendOver(rulesOf, submissionLegend)}
        {rulesOf.length > 1 && '报送任务和报送得分为各季度之和。'}
        <Sources
          rulesOf={rulesOf}
          only={['submission', 'submission_cap', 'submission_floor', 'rank_submission', 'ties']}
        />
        横条上的竖线为 100%，横条最长表示 200%，超过的在末端断开。
      </p>
    </StandingSheet>
  )
}

function Row({ row, marks, overview }: { row: SubmissionRow; marks: readonly string[]; overview: Overview }) {
  const { unitId, unit, position, rank, target, items, score, completion, rate } = row
  const { ranking, span, moved } = overview
  return (
    <tr>
      <td data-spare="">{position}</td>
      <Rank rank={rank} movement={moved.submission.get(unitId)} />
      <UnitCell unit={unit} marks={marks} />
      <td data-label="任务">{target ?? '—'}</td>
      <CountCell href={listBeside(ranking.quarter, { figure: 'items', unitId }, span)} n={items} label="报送" />
      <td data-label="得分">{score ?? '—'}</td>
      <RateCell words={completion} rate={rate} longest={LONGEST} />
    </tr>
  )
}
