import { formatCenti } from '@/lib/domain/exact'
import { adoptionLines } from '@/lib/domain/groups'
import { type Category, KINDS } from '@/lib/domain/kinds'
import { legendOver } from '@/lib/domain/legends'
import type { Overview } from '@/lib/domain/overview'
import type { AdoptionRow } from '@/lib/domain/ranking'
import { legend } from '@/lib/domain/scoring'
import { lineOf } from '@/lib/domain/span'
import { CATEGORY_TITLES, Count, Group, Head, Rank, rateBar, Sources } from './cells'
import { listBeside } from './links'

/** How far a bar reaches at most, in annual targets. */
const LONGEST = 1
const COLUMNS = 12

/** Who was adopted where, for how many points of the annual target; the line of the span stands between the rows. */
export function AdoptionTable({ overview, category }: { overview: Overview; category: Category }) {
  const { ranking } = overview
  const rows = ranking.adoption[category]
  const rulesOf = ranking.rulesOf[category]
  const quarters = ranking.quarters.length
  return (
    <div className="sheet">
      <table className={`standing standing-adoption line-${quarters}`}>
        <caption>
          {CATEGORY_TITLES[category]}采用 <small>{rows.length} 个单位</small>
        </caption>
        <TwoRowHead />
        <tbody>
          {adoptionLines(rows, quarters).map((line) => {
            if ('row' in line) return <Row key={line.row.unitId} row={line.row} overview={overview} />
            if ('group' in line) return <Group key={line.group} words={line.group} columns={COLUMNS} />
            return <Line key="line" words={line.line} />
          })}
        </tbody>
      </table>
      <p className="legend">
        {legendOver(rulesOf, legend)}
        <Sources rulesOf={rulesOf} kinds={KINDS.map(({ kind }) => kind)} />
        {`占比为${quarters === 1 ? '本季度总分' : '各季度总分之和'}与年度任务之比，达到 ${lineOf(quarters)}（含）的列在红线以上。`}
        {`横条上的竖线为 ${lineOf(quarters)}，横条最长表示 100%。`}
      </p>
    </div>
  )
}

function TwoRowHead() {
  return (
    <thead>
      <tr>
        <th rowSpan={2}>序号</th>
        <th rowSpan={2}>名次</th>
        <th rowSpan={2}>单位</th>
        <th rowSpan={2}>
          <Head words="年度任务" />
        </th>
        <th rowSpan={2}>
          <Head words="采编上报" />
        </th>
        <th colSpan={2} scope="colgroup">
          区级采用
        </th>
        <th colSpan={2} scope="colgroup">
          市级采用
        </th>
        <th rowSpan={2}>
          <Head words="省级采用" />
        </th>
        <th rowSpan={2}>总分</th>
        <th rowSpan={2}>占比</th>
      </tr>
      <tr>
        <th>信息</th>
        <th>简讯</th>
        <th>信息</th>
        <th>简讯</th>
      </tr>
    </thead>
  )
}

function Row({ row, overview }: { row: AdoptionRow; overview: Overview }) {
  const { unitId, unit, position, rank, annualTarget, counts, points, share, rate } = row
  const { quarter } = overview.ranking
  const { span } = overview
  return (
    <tr>
      <td>{position}</td>
      <Rank rank={rank} movement={overview.moved.adoption.get(unitId)} />
      <th scope="row">{unit}</th>
      <td>{annualTarget === null ? '—' : formatCenti(annualTarget)}</td>
      {KINDS.map(({ kind }) => (
        <Count key={kind} href={listBeside(quarter, { figure: kind, unitId }, span)} n={counts[kind]} />
      ))}
      <Count href={listBeside(quarter, { figure: 'points', unitId }, span)} n={points} words={formatCenti(points)} />
      <td style={rateBar(rate, LONGEST)}>{share ?? '—'}</td>
    </tr>
  )
}

function Line({ words }: { words: string }) {
  return (
    <tr className="line">
      <td colSpan={COLUMNS}>{words}</td>
    </tr>
  )
}
