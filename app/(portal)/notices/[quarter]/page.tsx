import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { draw, once, quartersToChoose } from '@/app/(portal)/drawing'
import { Paper } from '@/components/notice/paper'
import { PrintButton } from '@/components/notice/print-button'
import { Quarters } from '@/components/quarters'
import { pageViewer, reading } from '@/lib/auth/page'
import { noticeOf, versionOf } from '@/lib/data/figures'
import { noticeDefaults } from '@/lib/domain/notice'
import { can } from '@/lib/domain/policy'
import { chineseDateTime, parseQuarter, quarterBounds, quarterName } from '@/lib/domain/quarter'
import '@/components/ranking/ranking.css'
import '@/components/ranking/narrow.css'
import '@/components/notice/notice.css'

type Props = { params: Promise<{ quarter: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const quarter = parseQuarter((await params).quarter)
  return { title: quarter ? `${quarterName(quarter)}通报稿` : '通报' }
}

/** The notice that the data of this moment would make; drawn once a version, as the ranking is. */
export default async function NoticePage({ params }: Props) {
  const asked = (await params).quarter
  const viewer = await pageViewer(`/notices/${encodeURIComponent(asked)}`)
  const quarter = parseQuarter(asked)
  if (!quarter) notFound()
  const now = Date.now()
  const options = noticeDefaults(quarter, now)
  if (!can(viewer, 'notice.read').allowed) forbidden()
  const { seq, at } = await reading(versionOf(viewer, quarter))
  const [paper, quarters] = await Promise.all([
    reading(
      once(`notice ${quarter} ${seq} ${options.date}`, async () =>
        draw(<Paper notice={await noticeOf(viewer, quarter, options)} quarter={quarter} />),
      ),
    ),
    reading(quartersToChoose(viewer, now)),
  ])
  return (
    <div className="notice">
      {/* Our own components' HTML: React has escaped every text in it. */}
      <div dangerouslySetInnerHTML={{ __html: paper }} />
      <aside className="no-print" aria-label="关于本通报稿">
        <p className="note">
          {quarterName(quarter)}：按现有数据生成的通报稿，尚未印发。文中每个数字都可以点开，查看其后的明细。
        </p>
        {now < quarterBounds(quarter).to && <p className="note note-late">本季度尚未结束，数字仍会变动。</p>}
        <PrintButton />
        <a href={`/notices/${quarter}/text`} className="button w-full">
          文本格式
        </a>
        <Quarters base="/notices" quarter={quarter} quarters={quarters} />
        <p className="text-sm text-second">
          <a href={`/ranking/${quarter}`}>本季度排名</a>
          <br />
          {at ? `数据最近变动：${chineseDateTime(at)}（版本 ${seq}）` : '尚无数据变动'}
        </p>
      </aside>
    </div>
  )
}
