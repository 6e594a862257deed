import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { draw, handOver, quartersToChoose } from '@/app/(portal)/drawing'
import { EmptyDesk } from '@/components/desk/empty'
import { chosenInWords, Filter } from '@/components/desk/filter'
import { Inbox } from '@/components/desk/inbox'
import { Still } from '@/components/still'
import { pageViewer, reading } from '@/lib/auth/page'
import { inbox } from '@/lib/data/lists'
import { register } from '@/lib/data/units'
import { formatDeskQuery, type Params, parseDeskQuery } from './query'

export const metadata: Metadata = { title: '采编台' }

export default async function DeskPage({ searchParams }: { searchParams: Promise<Params> }) {
  const query = parseDeskQuery(await searchParams)
  const viewer = await pageViewer(`/desk${query ? formatDeskQuery(query) : ''}`)
  if (!query) notFound()
  const now = Date.now()
  const [{ rows, next }, units, quarters] = await reading(
    Promise.all([inbox(viewer, query), register(viewer), quartersToChoose(viewer, now)]),
  )
  const unit = query.unitId && (units.find((u) => u.id === query.unitId)?.name ?? '名册中没有的单位')
  const chosen = chosenInWords(query, unit)
  const { after, ...filter } = query
  const html = draw(
    <>
      <h1>采编台</h1>
      <Filter chosen={query} units={units} quarters={quarters} />
      {chosen && (
        <p className="desk-chosen">
          筛选：{chosen} <a href="/desk">清除</a>
        </p>
      )}
      {rows.length > 0 ? (
        <Inbox rows={rows} query={formatDeskQuery(query)} now={now} />
      ) : (
        <EmptyDesk chosen={chosen !== null} further={after !== undefined} ungraded={query.state === 'ungraded'} />
      )}
      {(after || next) && (
        <nav aria-label="翻页" className="pages no-print">
          {after && <a href={`/desk${formatDeskQuery(filter)}`}>回到最新</a>}
          {next && (
            <a href={`/desk${formatDeskQuery({ ...filter, after: next })}`} rel="next">
              下一页
            </a>
          )}
        </nav>
      )}
    </>,
  )
  return (
    <div className="sheet">
      <Still id="desk" name={handOver(randomUUID(), html)} />
    </div>
  )
}
