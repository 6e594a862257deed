import { formatPoints } from '@/lib/domain/base/exact'
import { type ComparedCategory, effectWords, type Simulation } from '@/lib/domain/rules/simulation'

const CROSSED = { reached: '变为达到', lost: '变为未达到' }

/** What other rules come to: a sentence and a table a category. Figures here open no list: none of them is official. */
export function TrialResult({ simulation }: { simulation: Simulation }) {
  return (
    <div className="trial-result">
      {simulation.compared.map((of) => (
        <section key={of.category.key}>
          <p>{effectWords(of.category, of.effect)}</p>
          <RanksTable of={of} />
          {of.effect.scored > 0 && <ScoresTable of={of} />}
        </section>
      ))}
    </div>
  )
}

function RanksTable({ of: { category, rows } }: { of: ComparedCategory }) {
  return (
    <table className="table trial-table">
      <caption>
        {category.title}采用 <small>按现行名次排列；▲ 名次上升，▼ 名次下降</small>
      </caption>
      <thead>
        <tr>
          <th rowSpan={2}>单位</th>
          <th colSpan={3} scope="colgroup">
            现行
          </th>
          <th colSpan={3} scope="colgroup">
            试算
          </th>
          <th rowSpan={2}>名次变化</th>
          <th rowSpan={2}>25% 线</th>
        </tr>
        <tr>
          <th>名次</th>
          <th>总分</th>
          <th>占比</th>
          <th>名次</th>
          <th>总分</th>
          <th>占比</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unitId, unit, real, trial, moved, crossed }) => (
          <tr key={unitId}>
            <th scope="row">{unit}</th>
            <td>{real.rank ?? '—'}</td>
            <td>{formatPoints(real.points)}</td>
            <td>{real.share ?? '—'}</td>
            <td>{trial.rank ?? '—'}</td>
            <td>{formatPoints(trial.points)}</td>
            <td>{trial.share ?? '—'}</td>
            <td>{movement(moved)}</td>
            <td>{crossed && <b>{CROSSED[crossed]}</b>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function movement(moved: number | null): string {
  if (!moved) return moved === 0 ? '不变' : '—'
  return moved > 0 ? `▲ ${moved}` : `▼ ${-moved}`
}

function ScoresTable({ of: { category, scores } }: { of: ComparedCategory }) {
  return (
    <table className="table trial-scores">
      <caption>
        {category.title}报送得分 <small>名次按完成率排列，不受满分影响</small>
      </caption>
      <thead>
        <tr>
          <th>单位</th>
          <th>现行得分</th>
          <th>试算得分</th>
        </tr>
      </thead>
      <tbody>
        {scores.map(({ unitId, unit, real, trial }) => (
          <tr key={unitId}>
            <th scope="row">{unit}</th>
            <td>{real ?? '—'}</td>
            <td>{trial ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
