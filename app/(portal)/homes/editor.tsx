import { RecentItems } from '@/components/items/recent'
import { Actions } from '@/components/ui/actions'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { leadingQuarter } from '@/lib/data/figures/figures'
import { inbox } from '@/lib/data/items/lists'
import { noticeDuties } from '@/lib/data/notices/duties'
import type { Viewer } from '@/lib/domain/people/policy'
import { quarterName } from '@/lib/domain/time/quarter'

import { DutyLinks } from './duty-links'

const RECENT = 8

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
            <DutyLinks duties={duties} />
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
