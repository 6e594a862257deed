import { listPath } from '@/components/figures/links'
import { QuarterPicker } from '@/components/figures/quarter-picker'
import { UnitQuarterBlock } from '@/components/figures/unit-quarter'
import { RecentItems } from '@/components/items/recent'
import { Actions } from '@/components/ui/actions'
import { Figure, Figures } from '@/components/ui/figures'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Reading } from '@/components/ui/reading'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
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
      <Sheet>
        <PageHead title={viewer.unitName} action={<QuarterPicker quarters={quarters} chosen={quarter} />} />
        <UnitQuarterBlock {...figures} unitId={viewer.unitId} progress={quarterProgress(quarter, now)} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4 pt-6">
          <h2 className="w-[6em] text-base font-normal text-second">待我处理</h2>
          <Waiting sentBack={counts.sent_back ?? 0} drafts={counts.draft ?? 0} owed={owed} duties={duties} now={now} />
          {writes && (
            <div className="grid w-full sm:w-auto sm:ml-auto">
              <Link href="/items/new" kind="primary">
                报送信息
              </Link>
            </div>
          )}
        </div>
      </Sheet>
      {focus && <FocusOfWeek {...focus} />}
      <Sheet>
        <Section
          title="最近报送"
          action={
            <Link href="/items" kind="quiet">
              本单位的信息
            </Link>
          }
        >
          <RecentItems
            rows={recent}
            base="/items"
            caption="最近报送的信息"
            empty={`报送的信息及其办理情况将列在这里。${writes ? '按“报送信息”写第一条。' : ''}`}
          />
        </Section>
      </Sheet>
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
      {sentBack > 0 && (
        <Link href="/items?state=sent_back" kind="quiet">
          退回修改 {sentBack}
        </Link>
      )}
      {drafts > 0 && (
        <Link href="/items?state=draft" kind="quiet">
          草稿 {drafts}
        </Link>
      )}
      {urgent && (
        <Link href={owed.length === 1 ? `/commissions/${urgent.id}` : '/commissions'} kind="quiet">
          约稿 {owed.length}（{timeLeft(urgent.deadline, now)}）
        </Link>
      )}
      <Duties duties={duties} />
    </p>
  )
}

/** 报送重点 of the week, as every unit reads it first. */
function FocusOfWeek({ week, words }: { week: string; words: string }) {
  return (
    <Sheet>
      <Section
        title={`本周报送重点（${weekInWords(week)}）`}
        action={
          <Link href="/focus" kind="quiet">
            往期
          </Link>
        }
      >
        <Reading text={words} />
      </Section>
    </Sheet>
  )
}

function Duties({ duties }: { duties: readonly NoticeDuty[] }) {
  return duties.map(({ words, href }) => (
    <Link key={href + words} href={href}>
      {words}
    </Link>
  ))
}

function NoUnit() {
  return (
    <Sheet width="form">
      <PageHead title="首页" />
      <p>您的账号没有所属单位，暂不能报送信息。请联系系统管理员为账号指定单位。</p>
    </Sheet>
  )
}

const WAYS = [
  ['/check', '核对文件'],
  ['/upper', '上级采用反馈'],
  ['/commissions', '约稿'],
  ['/focus', '报送重点'],
  ['/reasons', '办理原因'],
  ['/suggestions', '下步建议库'],
] as const

/** The editors' home: where the work lies, and the newest items. */
export async function editorHome(viewer: Viewer, now: number) {
  const [quarter, newest, duties] = await Promise.all([
    leadingQuarter(viewer, now),
    inbox(viewer),
    noticeDuties(viewer, now),
  ])
  return (
    <div className="grid gap-6">
      <Sheet>
        <PageHead title="区政府办公室" />
        <Actions>
          <Link href="/desk?state=ungraded" kind="primary">
            采编台：待处理来稿
          </Link>
          <Link href={`/ranking/${quarter}`} kind="plain">
            {quarterName(quarter)}排名
          </Link>
          <Link href={`/notices/${quarter}`} kind="plain">
            {quarterName(quarter)}通报
          </Link>
        </Actions>
        {duties.length > 0 && (
          <p className="mt-4 flex flex-wrap gap-x-6">
            <span className="font-semibold">待我处理</span>
            <Duties duties={duties} />
          </p>
        )}
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
          {[...WAYS, [`/simulations/new?quarter=${quarter}`, '试算'], ['/past', '历史数据']].map(
            ([href = '', name]) => (
              <Link key={href} href={href} kind="quiet" small>
                {name}
              </Link>
            ),
          )}
        </p>
      </Sheet>
      <Sheet>
        <Section title="最新来稿">
          <RecentItems
            rows={newest.rows.slice(0, RECENT)}
            base="/desk"
            caption="最新来稿"
            empty="各单位报送的信息将列在这里。"
            units
          />
        </Section>
      </Sheet>
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
    <Sheet>
      <PageHead title={quarterName(quarter)} />
      <div className="grid gap-6">
        <Figures>
          {figures.map(([name, total, figure]) => (
            <Figure key={figure} name={name} value={total} unit="条" href={listPath(quarter, { figure })} />
          ))}
        </Figures>
        <Actions>
          <Link href={`/ranking/${quarter}`} kind="primary">
            查看排名
          </Link>
          <Link href={`/notices/${quarter}`} kind="plain">
            查看通报
          </Link>
        </Actions>
      </div>
    </Sheet>
  )
}
