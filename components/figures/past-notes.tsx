import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { figureName, type NamedFigure } from '@/lib/domain/figures/figure'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import { listPath } from './links'

type Past = { quarter: Quarter; source: string; words: string }

/** Where a figure, or a part of it, came in as a number only: how much, and from which paper. */
export function PastNotes({ past, figure, alone }: { past: readonly Past[]; figure: NamedFigure; alone: boolean }) {
  if (past.length === 0) return null
  if (alone)
    return (
      <Note className="mb-4">
        本季度为历史数据，只有统计数字，没有信息明细（来源：{past[0]?.source}）。以下列出有关单位的统计数字。
      </Note>
    )
  return (
    <Note className="mb-4">
      <List kind="plain">
        {past.map(({ quarter, source, words }) => (
          <li key={quarter}>
            {quarterName(quarter)} {figureName(figure)} <Link href={listPath(quarter, figure)}>{words}</Link>
            ：为历史数据，只有统计数字，没有信息明细（来源：{source}）。
          </li>
        ))}
      </List>
    </Note>
  )
}
