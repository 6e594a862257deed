import { QuarterPicker } from '@/components/figures/quarter-picker'
import { UnitQuarterBlock } from '@/components/figures/unit-quarter'
import { RecentItems } from '@/components/items/recent'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Reading } from '@/components/ui/reading'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { type Commission, owedBy } from '@/lib/data/commissions/commissions'
import { focusOfWeek } from '@/lib/data/commissions/focuses'
import { leadingQuarter, ownQuarter } from '@/lib/data/figures/figures'
import { ownCounts, recentlySent } from '@/lib/data/items/lists'
import { type NoticeDuty, noticeDuties } from '@/lib/data/notices/duties'
import { type Count, countInWords } from '@/lib/domain/base/count'
import { timeLeft } from '@/lib/domain/commissions/commission'
import { can, type Viewer } from '@/lib/domain/people/policy'
import { type Quarter, quarterProgress } from '@/lib/domain/time/quarter'
import { weekInWords } from '@/lib/domain/time/week'
import { quartersToChoose } from '../drawing'

import { DutyLinks } from './duty-links'

const RECENT = 8

/** 单位首页: the quarter's task and points, what waits, what became of the last items. */
export async function unitHome(viewer: Viewer, wanted: Quarter | null, now: number) {
  if (viewer.unitId === null) return <NoUnit />
  const quarter = wanted ?? (await leadingQuarter(viewer, now))
  const [figures, quarters, counts, recent, duties, owed, focus] = await Promise.all([
    ownQuarter(viewer, quarter),
    quartersToChoose(viewer, now),
    ownCounts(viewer, ['sent_back', 'draft']),
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
          <Waiting sentBack={counts.sent_back} drafts={counts.draft} owed={owed} duties={duties} now={now} />
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
  sentBack: Count
  drafts: Count
  owed: readonly Commission[]
  duties: readonly NoticeDuty[]
  now: number
}

function Waiting({ sentBack, drafts, owed, duties, now }: WaitingProps) {
  if (sentBack.n + drafts.n + owed.length + duties.length === 0)
    return <p className="text-second">没有退回修改的信息，没有草稿，也没有待回复的约稿。</p>
  const [urgent] = owed
  return (
    <p className="flex flex-wrap gap-6">
      {sentBack.n > 0 && (
        <Link href="/items?state=sent_back" kind="quiet">
          退回修改 {countInWords(sentBack)}
        </Link>
      )}
      {drafts.n > 0 && (
        <Link href="/items?state=draft" kind="quiet">
          草稿 {countInWords(drafts)}
        </Link>
      )}
      {urgent && (
        <Link href={owed.length === 1 ? `/commissions/${urgent.id}` : '/commissions'} kind="quiet">
          约稿 {owed.length}（{timeLeft(urgent.deadline, now)}）
        </Link>
      )}
      <DutyLinks duties={duties} />
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

function NoUnit() {
  return (
    <Sheet width="form">
      <PageHead title="首页" />
      <p>您的账号没有所属单位，暂不能报送信息。请联系系统管理员为账号指定单位。</p>
    </Sheet>
  )
}
