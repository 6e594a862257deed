import { byLevel, countOf, type KindRow, levelName } from '@/lib/domain/adoptions/kinds'
import { formatCenti, formatPoints } from '@/lib/domain/base/exact'
import { EXTRA, hasExtra, signed } from '@/lib/domain/figures/extra'
import { adoptionLines, hasLine } from '@/lib/domain/figures/groups'
import type { Overview } from '@/lib/domain/figures/overview'
import type { AdoptionRow, SpanTables } from '@/lib/domain/figures/ranking-rows'
import { legend } from '@/lib/domain/figures/scoring'
import { legendOver } from '@/lib/domain/rules/legends'
import { lineOfSpan } from '@/lib/domain/time/span'
import { CountCell, GroupRow, HeadCell, LEGEND, Rank, RateCell, RuledLine, Sources, UnitCell } from './cells'
import { listBeside } from './links'
import { markAt, StandingSheet } from './standings'

/** How far a bar reaches at most, in annual targets. */
const LONGEST = 1
/** Besides those of the kinds: 序号, 名次, 单位, 年度任务, 总分, 占比. */
const COLUMNS = 6

/** Who was adopted where, for how many points of the annual target; the line of the span stands between the rows. */
export function AdoptionTable({ overview, of }: { overview: Overview; of: SpanTables }) {
  const { ranking } = overview
  const { category, adoption: rows, rulesOf } = of
  const quarters = ranking.quarters.length
  const { kinds } = ranking
  const extra = hasExtra(rows)
  const columns = COLUMNS + kinds.length + Number(extra)
  const lines = adoptionLines(rows, quarters)
  const goal = lineOfSpan(quarters)
  const onSide = hasLine(lines) ? `达到 ${goal}（含）的列在红线以上` : `未达到 ${goal} 的在单位名称后注明`
  return (
    <StandingSheet apart={of !== ranking.tables[0]}>
      <table data-adoption="" style={markAt(0.25 * quarters)}>
        <caption>
          {category.title}采用 <small>{rows.length} 个单位</small>
        </caption>
        <TwoRowHead kinds={kinds} extra={extra} />
        <tbody>
          {lines.map((line) => {
            if ('row' in line)
              return <Row key={line.row.unitId} row={line.row} marks={line.marks} overview={overview} extra={extra} />
            if ('group' in line) return <GroupRow key={line.group} words={line.group} columns={columns} />
            return <RuledLine key="line" words={line.line} columns={columns} />
          })}
        </tbody>
      </table>
      <p className={LEGEND}>
        {legendOver(rulesOf, (rules) => legend(rules, kinds))}
        <Sources rulesOf={rulesOf} except={['submission', 'submission_cap', 'submission_floor', 'rank_submission']} />
        {extra && '加减分为总分与“条数 × 分值”之和的差，点开可见每一项。'}
        {`占比为${quarters === 1 ? '本季度总分' : '各季度总分之和'}与年度任务之比，${onSide}。`}
        {`横条上的竖线为 ${goal}，横条最长表示 100%，超过的在末端断开。`}
      </p>
    </StandingSheet>
  )
}

function TwoRowHead({ kinds, extra }: { kinds: readonly KindRow[]; extra: boolean }) {
  const levels = byLevel(kinds)
  return (
    <thead>
      <tr>
        <th rowSpan={2}>序号</th>
        <th rowSpan={2}>名次</th>
        <th rowSpan={2} data-name="">
          单位
        </th>
        <th rowSpan={2}>
          <HeadCell words="年度任务" />
        </th>
        {levels.map(({ level, kinds: own }) =>
          own.length > 1 ? (
            <th key={level} colSpan={own.length} scope="colgroup">
              {levelName(level)}
            </th>
          ) : (
            <th key={level} rowSpan={2}>
              <HeadCell words={levelName(level)} />
            </th>
          ),
        )}
        {extra && <th rowSpan={2}>{EXTRA}</th>}
        <th rowSpan={2}>总分</th>
        <th rowSpan={2}>占比</th>
      </tr>
      <tr>
        {levels
          .flatMap(({ kinds: own }) => (own.length > 1 ? own : []))
          .map(({ kind, form }) => (
            <th key={kind}>{form === 'brief' ? '简讯' : '信息'}</th>
          ))}
      </tr>
    </thead>
  )
}

function Row({
  row,
  marks,
  overview,
  extra,
}: {
  row: AdoptionRow
  marks: readonly string[]
  overview: Overview
  extra: boolean
}) {
  const { unitId, unit, position, rank, annualTarget, counts, points, share, rate } = row
  const { quarter, kinds } = overview.ranking
  const { span } = overview
  return (
    <tr>
      <td data-spare="">{position}</td>
      <Rank rank={rank} movement={overview.moved.adoption.get(unitId)} />
      <UnitCell unit={unit} marks={marks} />
      <td data-label="任务">{annualTarget === null ? '—' : formatCenti(annualTarget)}</td>
      {kinds.map(({ kind, column }) => (
        <CountCell
          key={kind}
          href={listBeside(quarter, { figure: kind, unitId }, span)}
          n={countOf(counts, kind)}
          label={column}
        />
      ))}
      {extra && (
        <CountCell
          href={listBeside(quarter, { figure: 'extra', unitId }, span)}
          n={row.extra.n}
          words={signed(row.extra)}
          label={EXTRA}
        />
      )}
      <CountCell
        href={listBeside(quarter, { figure: 'points', unitId }, span)}
        n={points.n}
        words={formatPoints(points)}
        label="总分"
      />
      <RateCell words={share} rate={rate} longest={LONGEST} />
    </tr>
  )
}
