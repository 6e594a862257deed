import type { Overview } from '@/lib/domain/figures/overview'
import { categoriesOf } from '@/lib/domain/figures/ranking'
import { lineOfSpan } from '@/lib/domain/time/span'
import type { ListLink } from './links'

type Props = { overview: Overview; link: ListLink }

/** How many units of each category met what was asked of them. */
export function Verdicts({ overview: { ranking, span }, link }: Props) {
  const { totals, quarter, quarters } = ranking
  const line = lineOfSpan(quarters.length)
  const categories = categoriesOf(ranking)
  const asked: readonly ['met' | 'unmet' | 'onTrack' | 'behind' | 'noPoints', string][] = [
    ['met', '完成报送任务'],
    ['unmet', '未完成报送任务'],
    ['onTrack', `达到 ${line} 线`],
    ['behind', `未达到 ${line} 线`],
    ['noPoints', '采用得分为0'],
  ]
  return (
    <table className="verdicts">
      <thead>
        <tr>
          <th scope="col">单位数</th>
          {categories.map(({ key, name }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {asked.map(([figure, words]) => (
          <tr key={figure}>
            <th scope="row">{words}</th>
            {categories.map(({ key }) => (
              <td key={key}>
                <a href={link(quarter, { figure, category: key }, span)}>{String(totals[figure][key] ?? 0)}</a>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
