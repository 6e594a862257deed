import { listPath } from '@/components/figures/links'
import { QuarterPicker } from '@/components/figures/quarter-picker'
import { UnitQuarterBlock } from '@/components/figures/unit-quarter'
import { RecentItems } from '@/components/items/recent'
import { type Commission, owedBy } from '@/lib/data/commissions/commissions'
import { focusOfWeek } from '@/lib/data/commissions/focuses'
import { leadingQuarter, ownQuarter, quartersWithData, rankingOf } from '@/lib/data/figures/figures'
import { inbox, ownCounts, recentlySent } from '@/lib/data/items/lists'
import { type NoticeDuty, noticeDuties } from '@/lib/data/notices/duties'
import { timeLeft } from '@/lib/domain/commissions/commission'
import { can, type Viewer } from '@/lib/domain/people/policy'
import { type Quarter, quarterName, quarterProgress } from '@/lib/domain/time/quarter'
import { weekInWords } from '@/lib/domain/time/week'

const RECENT = 8

/** 单位首页: the quarter's task and points, what waits, what became of the last items. */
export async function unitHome(viewer: Viewer, wanted: Quarter | null, now: number) {
  if (viewer.unitId === null) return <NoUnit />
  const quarter = wanted ?? (await leadingQuarter(viewer, now))
  const [figures, quarters, counts, recent, duties, owed, focus] = await Promise.all([
    ownQuarter(viewer, quarter),
    quartersWithData(viewer, now),
    ownCounts(viewer),
    recentlySent(viewer, RECENT),
    noticeDuties(viewer, now),
    owedBy(viewer, now),
    focusOfWeek(viewer, now),
  ])
  if (!figures) return <NoUnit />
  const writes = can(viewer, 'item.save').allowed
  return (
    <div className="grid gap-6">
      <div className="sheet">
        <div className="flex flex-wrap items-center justify-between gap-4 mb-6">
          <h1>{viewer.unitName}</h1>
          <QuarterPicker quarters={quarters} chosen={quarter} />
        </div>
        <UnitQuarterBlock {...figures} unitId={viewer.unitId} progress={quarterProgress(quarter, now)} />
        <div className="unit-waiting">
          <h2>待我处理</h2>
          <Waiting sentBack={counts.sent_back ?? 0} drafts={counts.draft ?? 0} owed={owed} duties={duties} now={now} />
          {writes && (
            <a href="/items/new" className="button button-primary">
              报送信息
            </a>
          )}
        </div>
      </div>
      {focus && <FocusOfWeek {...focus} />}
      <section className="sheet" aria-labelledby="recent">
        <div className="flex flex-wrap items-baseline justify-between gap-4 mb-2">
          <h2 id="recent">最近报送</h2>
          <a href="/items">本单位的信息</a>
        </div>
        {recent.length > 0 ? (
          <RecentItems rows={recent} base="/items" caption="最近报送的信息" />
        ) : (
          <p className="empty">报送的信息及其办理情况将列在这里。{writes && '按“报送信息”写第一条。'}</p>
        )}
      </section>
    </div>
  )
}

type WaitingProps = {
  sentBack: number
  drafts: number
  owed: readonly Commission[]
  duties: readonly NoticeDuty[]
  now: number
}

function Waiting({ sentBack, drafts, owed, duties, now }: WaitingProps) {
  if (sentBack + drafts + owed.length + duties.length === 0)
    return <p className="text-second">没有退回修改的信息，没有草稿，也没有待回复的约稿。</p>
  const [urgent] = owed
  return (
    <p className="flex flex-wrap gap-6">
      {sentBack > 0 && <a href="/items?state=sent_back">退回修改 {sentBack}</a>}
      {drafts > 0 && <a href="/items?state=draft">草稿 {drafts}</a>}
      {urgent && (
        <a href={owed.length === 1 ? `/commissions/${urgent.id}` : '/commissions'}>
          约稿 {owed.length}（{timeLeft(urgent.deadline, now)}）
        </a>
      )}
      <Duties duties={duties} />
    </p>
  )
}

/** 报送重点 of the week, as every unit reads it first. */
function FocusOfWeek({ week, words }: { week: string; words: string }) {
  return (
    <section className="sheet" aria-labelledby="focus">
      <div className="flex flex-wrap items-baseline justify-between gap-4 mb-2">
        <h2 id="focus">本周报送重点（{weekInWords(week)}）</h2>
        <a href="/focus">往期</a>
      </div>
      <p className="reading">{words}</p>
    </section>
  )
}

function Duties({ duties }: { duties: readonly NoticeDuty[] }) {
  return duties.map(({ words, href }) => (
    <a key={href + words} href={href} className="underline">
      {words}
    </a>
  ))
}

function NoUnit() {
  return (
    <div className="sheet max-w-[640px]">
      <h1>首页</h1>
      <p className="mt-4">您的账号没有所属单位，暂不能报送信息。请联系系统管理员为账号指定单位。</p>
    </div>
  )
}

/** The editors' home: where the work lies, and the newest items. */
export async function editorHome(viewer: Viewer, now: number) {
  const [quarter, newest, duties] = await Promise.all([
    leadingQuarter(viewer, now),
    inbox(viewer),
    noticeDuties(viewer, now),
  ])
  return (
    <div className="grid gap-6">
      <div className="sheet">
        <h1>区政府办公室</h1>
        <p className="mt-4 flex flex-wrap gap-4">
          <a href="/desk?state=ungraded" className="button button-primary">
            采编台：待处理来稿
          </a>
          <a href={`/ranking/${quarter}`} className="button">
            {quarterName(quarter)}排名
          </a>
          <a href={`/notices/${quarter}`} className="button">
            {quarterName(quarter)}通报
          </a>
        </p>
        {duties.length > 0 && (
          <p className="mt-4 flex flex-wrap gap-6">
            <span className="font-semibold">待我处理</span>
            <Duties duties={duties} />
          </p>
        )}
        <p className="mt-4 flex flex-wrap gap-6 text-sm">
          <a href="/check">核对文件</a>
          <a href="/upper">上级采用反馈</a>
          <a href="/commissions">约稿</a>
          <a href="/focus">报送重点</a>
          <a href="/reasons">办理原因</a>
          <a href="/suggestions">下步建议库</a>
          <a href={`/simulations/new?quarter=${quarter}`}>试算</a>
          <a href="/past">历史数据</a>
        </p>
      </div>
      <section className="sheet" aria-labelledby="recent">
        <h2 id="recent" className="mb-2">
          最新来稿
        </h2>
        {newest.rows.length > 0 ? (
          <RecentItems rows={newest.rows.slice(0, RECENT)} base="/desk" caption="最新来稿" units />
        ) : (
          <p className="empty">各单位报送的信息将列在这里。</p>
        )}
      </section>
    </div>
  )
}

/** What leadership opens the portal for: the four totals, the ranking, the notice. */
export async function readerHome(viewer: Viewer, now: number) {
  const quarter = await leadingQuarter(viewer, now)
  const { totals } = await rankingOf(viewer, quarter)
  const figures = [
    ['报送', totals.items, 'items'],
    ['区级采用', totals.district, 'district'],
    ['市级采用', totals.city, 'city'],
    ['省级采用', totals.province, 'province'],
  ] as const
  return (
    <div className="sheet">
      <h1>{quarterName(quarter)}</h1>
      <dl className="four-totals">
        {figures.map(([name, total, figure]) => (
          <div key={figure}>
            <dt>{name}</dt>
            <dd>
              <a className="underline" href={listPath(quarter, { figure })}>
                <strong>{total}</strong> 条
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <p className="flex flex-wrap gap-4">
        <a href={`/ranking/${quarter}`} className="button button-primary">
          查看排名
        </a>
        <a href={`/notices/${quarter}`} className="button">
          查看通报
        </a>
      </p>
    </div>
  )
}
