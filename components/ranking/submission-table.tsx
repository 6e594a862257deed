import type { Category } from '@/lib/domain/kinds'
import type { Ranking } from '@/lib/domain/ranking'
import { submissionLegend } from '@/lib/domain/scoring'
import { CATEGORY_TITLES, Count, Head, rateBar, Sources } from './cells'
import { listBeside } from './links'

/** How far a bar reaches at most, in quarterly targets. */
const LONGEST = 2

/** Who submitted how many of what was asked. */
export function SubmissionTable({ ranking, category }: { ranking: Ranking; category: Category }) {
  const rows = ranking.submission[category]
  const rules = ranking.rules[category]
  return (
    <div className="sheet">
      <table className="standing standing-submission">
        <caption>
          {CATEGORY_TITLES[category]}报送 <small>{rows.length} 个单位</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">名次</th>
            <th scope="col">单位</th>
            <th scope="col">
              <Head words="报送任务" />
            </th>
            <th scope="col">
              <Head words="报送条数" />
            </th>
            <th scope="col">
              <Head words="报送得分" />
            </th>
            <th scope="col">完成率</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unitId, unit, position, rank, target, items, score, completion, rate }) => (
            <tr key={unitId}>
              <td>{position}</td>
              <td>{rank ?? '—'}</td>
              <th scope="row">{unit}</th>
              <td>{target ?? '—'}</td>
              <Count href={listBeside(ranking.quarter, { figure: 'items', unitId })} n={items} />
              <td>{score ?? '—'}</td>
              <td style={rateBar(rate, LONGEST)}>{completion ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="legend">
        {submissionLegend(rules)}
        <Sources rules={rules} kinds={['submission']} />
        横条上的竖线为 100%，横条最长表示 200%。
      </p>
    </div>
  )
}
