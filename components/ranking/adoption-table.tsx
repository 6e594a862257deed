import { Fragment } from 'react'
import { formatCenti } from '@/lib/domain/exact'
import { type Category, KINDS } from '@/lib/domain/kinds'
import type { AdoptionRow, Ranking } from '@/lib/domain/ranking'
import { legend } from '@/lib/domain/scoring'
import { CATEGORY_TITLES, Count, Head, rateBar, Sources } from './cells'
import { listBeside } from './links'

/** How far a bar reaches at most, in annual targets. */
const LONGEST = 1

/** Who was adopted where, for how many points of the annual target; the 25 % line stands between the rows. */
export function AdoptionTable({ ranking, category }: { ranking: Ranking; category: Category }) {
  const rows = ranking.adoption[category]
  const rules = ranking.rules[category]
  const under = rows.findIndex(({ onTrack }) => onTrack !== true)
  const judged = rows.some(({ onTrack }) => onTrack !== null)
  return (
    <div className="sheet">
      <table className="standing standing-adoption">
        <caption>
          {CATEGORY_TITLES[category]}采用 <small>{rows.length} 个单位</small>
        </caption>
        <TwoRowHead />
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.unitId}>
              {judged && index === under && <Line />}
              <Row row={row} quarter={ranking.quarter} />
            </Fragment>
          ))}
          {judged && under === -1 && <Line />}
        </tbody>
      </table>
      <p className="legend">
        {legend(rules)}
        <Sources rules={rules} kinds={KINDS.map(({ kind }) => kind)} />
        占比为本季度总分与年度任务之比，达到 25%（含）的列在红线以上。横条上的竖线为 25%，横条最长表示 100%。
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

function Row({ row, quarter }: { row: AdoptionRow; quarter: Ranking['quarter'] }) {
  const { unitId, unit, position, rank, annualTarget, counts, points, share, rate } = row
  return (
    <tr>
      <td>{position}</td>
      <td>{rank ?? '—'}</td>
      <th scope="row">{unit}</th>
      <td>{annualTarget === null ? '—' : formatCenti(annualTarget)}</td>
      {KINDS.map(({ kind }) => (
        <Count key={kind} href={listBeside(quarter, { figure: kind, unitId })} n={counts[kind]} />
      ))}
      <Count href={listBeside(quarter, { figure: 'points', unitId })} n={points} words={formatCenti(points)} />
      <td style={rateBar(rate, LONGEST)}>{share ?? '—'}</td>
    </tr>
  )
}

function Line() {
  return (
    <tr className="line">
      <td colSpan={12}>25% 线</td>
    </tr>
  )
}
