import type { Metadata } from 'next'
import { quartersToChoose } from '@/app/(portal)/drawing'
import { page } from '@/app/page-of'
import { Narrowed } from '@/components/desk/around'
import { EmptyDesk } from '@/components/desk/empty'
import { chosenInWords, Filter } from '@/components/desk/filter'
import { LIST } from '@/components/desk/look'
import { Reader } from '@/components/desk/reader/reader'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { proposesAtDesk } from '@/lib/data/adoptions/second-eyes'
import { commissionTopics } from '@/lib/data/commissions/commissions'
import { readItems } from '@/lib/data/desk/reading'
import { reasonCodes } from '@/lib/data/desk/reasons'
import { publicationNames } from '@/lib/data/editions/publications'
import { inbox } from '@/lib/data/items/lists'
import { categoriesFor } from '@/lib/data/office/categories'
import { register } from '@/lib/data/office/register'
import { kindsFor } from '@/lib/data/rules/levels'
import { notFound } from '@/lib/domain/base/fault'
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
  const categories = await categoriesFor(viewer)
  const query = parseDeskQuery(search, categories)
  if (!query) throw notFound()
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
  const chosen = chosenInWords(query, unit, categories)
  const first = after ? `/desk${formatDeskQuery(filter)}` : undefined
  const next = listed.next ? `/desk${formatDeskQuery({ ...filter, after: listed.next })}` : undefined
  return (
    <Sheet>
      <div className={SPLIT}>
        <aside aria-label="视图与筛选" className={SIDE}>
          <h1 className="mb-2">采编台</h1>
          {await deskViews(viewer, formatDeskQuery(filter), now)}
          <div className="mt-4">
            <Filter chosen={query} {...{ categories, units, quarters, kinds, commissions }} />
          </div>
        </aside>
        {listed.rows.length > 0 ? (
          <Reader
            page={asRows(listed)}
            query={formatDeskQuery(query)}
            now={now}
            today={dayOfInstant(now)}
            userId={viewer.userId}
            formKey={newFormKey(viewer)}
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
            below={<Pager first={first} firstName="最新" next={next} />}
          />
        ) : (
          <div className={LIST}>
            {chosen && <Narrowed words={chosen} />}
            <EmptyDesk chosen={chosen !== null} further={after !== undefined} ungraded={query.state === 'ungraded'} />
            <div className="px-4 pb-4">
              <Pager first={first} firstName="最新" />
            </div>
          </div>
        )}
      </div>
    </Sheet>
  )
})

/** Views and filter, the list, and the item that is read; below 1024 px the list alone. */
const SPLIT =
  'lg:-m-6 lg:grid lg:grid-cols-[12.5rem_minmax(18rem,max(25rem,28vw))_minmax(30rem,1fr)] lg:h-[calc(100vh-7rem)] lg:min-h-120'
const SIDE = 'mb-4 lg:mb-0 lg:p-4 lg:overflow-y-auto lg:border-r lg:border-line print:hidden'
