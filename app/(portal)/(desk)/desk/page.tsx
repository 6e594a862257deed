import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { draw, quartersToChoose } from '@/app/(portal)/drawing'
import '@/components/desk/desk.css'
import { Narrowed, Pages } from '@/components/desk/around'
import { EmptyDesk } from '@/components/desk/empty'
import { chosenInWords, Filter } from '@/components/desk/filter'
import { Reader } from '@/components/desk/reader/reader'
import { Drawn } from '@/components/ui/drawn'
import { page } from '@/lib/action/page'
import { proposesAtDesk } from '@/lib/data/adoptions/second-eyes'
import { commissionTopics } from '@/lib/data/commissions/commissions'
import { readItems } from '@/lib/data/desk/reading'
import { reasonCodes } from '@/lib/data/desk/reasons'
import { publicationNames } from '@/lib/data/editions/publications'
import { inbox } from '@/lib/data/items/lists'
import { register } from '@/lib/data/office/register'
import { kindsFor } from '@/lib/data/rules/levels'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { reinstate, ruleNotUsed, sendBack } from './actions'
import { gradeAll, undoGrades } from './desk-actions'
import { formatDeskQuery, parseDeskQuery } from './query'
import { asReadingItem, asRows } from './reading-items'
import { deskViews } from './views'

export const metadata: Metadata = { title: '采编台' }

/** The first items of the list are read with the page: the one that is open, and the next few. */
const READ_AHEAD = 4

export default page('/desk', async ({ viewer, search }) => {
  const query = parseDeskQuery(search)
  if (!query) notFound()
  const now = Date.now()
  const { after, ...filter } = query
  const [listed, units, quarters, reasons, proposes, kinds, commissions, publications] = await Promise.all([
    inbox(viewer, query),
    register(viewer),
    quartersToChoose(viewer, now),
    reasonCodes(viewer),
    proposesAtDesk(viewer),
    kindsFor(viewer),
    commissionTopics(viewer),
    publicationNames(viewer),
  ])
  const named = typeof search.open === 'string' ? search.open : null
  const at = Math.max(
    0,
    listed.rows.findIndex(({ id }) => id === named),
  )
  const ahead = listed.rows.slice(at, at + READ_AHEAD).map(({ id }) => id)
  const read = await readItems(viewer, named ? [named, ...ahead] : ahead)
  const open = read.find(({ item }) => item.id === named) ?? read[0]
  const unit = query.unitId && (units.find((u) => u.id === query.unitId)?.name ?? '名册中没有的单位')
  const chosen = chosenInWords(query, unit)
  const first = after ? `/desk${formatDeskQuery(filter)}` : null
  const next = listed.next && `/desk${formatDeskQuery({ ...filter, after: listed.next })}`
  return (
    <div className="sheet desk-split">
      <aside className="desk-side" aria-label="视图与筛选">
        <h1>采编台</h1>
        {await deskViews(viewer, formatDeskQuery(filter), now)}
        <Drawn
          html={
            await draw(
              <Filter chosen={query} units={units} quarters={quarters} kinds={kinds} commissions={commissions} />,
            )
          }
        />
      </aside>
      {listed.rows.length > 0 ? (
        <Reader
          page={asRows(listed)}
          query={formatDeskQuery(query)}
          now={now}
          today={dayOfInstant(now)}
          userId={viewer.userId}
          read={read.map(asReadingItem)}
          open={open?.item.id ?? null}
          named={open !== undefined && open.item.id === named}
          reasons={reasons}
          proposes={proposes}
          kinds={kinds}
          publications={publications}
          actions={{
            grade: gradeAll,
            undo: undoGrades,
            sendBack: sendBack,
            notUsed: ruleNotUsed,
            reinstate: reinstate,
          }}
          above={chosen && <Narrowed words={chosen} />}
          below={<Pages first={first} next={next} />}
        />
      ) : (
        <div className="desk-list">
          {chosen && <Narrowed words={chosen} />}
          <EmptyDesk chosen={chosen !== null} further={after !== undefined} ungraded={query.state === 'ungraded'} />
          <Pages first={first} next={null} />
        </div>
      )}
    </div>
  )
})
