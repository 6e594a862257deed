import { cx } from '@/components/ui/cx'
import type { Overview } from '@/lib/domain/figures/overview'
import { categoriesOf } from '@/lib/domain/figures/ranking'
import { lineOfSpan } from '@/lib/domain/time/span'
import type { ListLink } from './links'

const PAGE = cx(
  'self-start w-full mt-6 border-collapse text-right',
  '[&_th]:py-2 [&_th]:px-1 [&_th]:font-normal [&_th]:border-b [&_th]:border-line [&_th[data-name]]:text-left',
  '[&_tbody_th]:whitespace-nowrap',
  '[&_thead_th]:text-second [&_thead_th]:border-ink [&_td]:py-2 [&_td]:px-1 [&_td]:border-b [&_td]:border-line',
  '[&_a]:px-1 [&_a]:text-xl [&_a]:font-semibold [&_a]:text-work print:[&_a]:text-ink',
)

type Props = { overview: Overview; link: ListLink; wall?: boolean }

/** How many units of each category met what was asked of them. */
export function Verdicts({ overview: { ranking, span }, link, wall = false }: Props) {
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
    <table className={wall ? 'wall-verdicts' : PAGE}>
      <thead>
        <tr>
          <th scope="col" data-name="">
            单位数
          </th>
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
            <th scope="row" data-name="">
              {words}
            </th>
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
