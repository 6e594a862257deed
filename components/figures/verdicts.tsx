import { CATEGORIES, categoryName } from '@/lib/domain/adoptions/kinds'
import type { UnitsFigure } from '@/lib/domain/figures/figure'
import type { Overview } from '@/lib/domain/figures/overview'
import { lineOfSpan } from '@/lib/domain/time/span'
import type { ListLink } from './links'

type Props = { overview: Overview; link: ListLink }

/** How many units of each category met what was asked of them. */
export function Verdicts({ overview: { ranking, span }, link }: Props) {
  const { totals, quarter, quarters } = ranking
  const line = lineOfSpan(quarters.length)
  const asked: readonly [UnitsFigure & keyof typeof totals, string][] = [
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
          {CATEGORIES.map((category) => (
            <th key={category} scope="col">
              {categoryName(category)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {asked.map(([figure, words]) => (
          <tr key={figure}>
            <th scope="row">{words}</th>
            {CATEGORIES.map((category) => (
              <td key={category}>
                <a href={link(quarter, { figure, category }, span)}>
                  {String((totals[figure] as Record<typeof category, number>)[category])}
                </a>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
