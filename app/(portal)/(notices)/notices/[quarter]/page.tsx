import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { drawPacked, once, quartersToChoose } from '@/app/(portal)/drawing'
import { page } from '@/app/page-of'
import { Quarters } from '@/components/figures/quarters'
import { Exports } from '@/components/notices/exports'
import { NotIssued } from '@/components/notices/not-issued'
import { NoticeColumns } from '@/components/notices/notice-columns'
import { OpenDraftForm } from '@/components/notices/open-draft-form'
import { Paper } from '@/components/notices/paper'
import { PrintButton } from '@/components/notices/print-button'
import { Drawn } from '@/components/ui/drawn'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { newFormKey } from '@/lib/auth/form-key'
import { versionOf } from '@/lib/data/figures/figures'
import { issuedIn } from '@/lib/data/notices/issued'
import { noticeNow } from '@/lib/data/notices/now'
import { notFound } from '@/lib/domain/base/fault'
import { can } from '@/lib/domain/people/policy'
import { chineseDateTime, parseQuarter, quarterBounds, quarterName } from '@/lib/domain/time/quarter'
import { findChromium } from '@/lib/files/notices/browser'
import { openDraft } from '../actions'
import '@/components/notices/notice.css'

type Props = { params: Promise<{ quarter: string }>; searchParams: Promise<{ as?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const quarter = parseQuarter((await params).quarter)
  return { title: quarter ? `${quarterName(quarter)}通报稿` : '通报' }
}

/** The notice that the data of this moment make, in the words of an open draft; once issued, the issued one is shown. */
export default page('/notices/[quarter]', async ({ viewer, params, search }) => {
  const asked = params.quarter
  const quarter = parseQuarter(asked)
  if (!quarter) throw notFound()
  const [issued] = await issuedIn(viewer, quarter)
  const previews = can(viewer, 'notice.preview').allowed
  if (issued && (search.as !== 'now' || !previews)) redirect(`/notices/${quarter}/${issued.id}`)
  const now = Date.now()
  if (!previews) return <NotIssued quarter={quarter} quarters={await quartersToChoose(viewer, now)} />
  const { seq, at } = await versionOf(viewer, quarter)
  const { notice, key, faults, draft } = await noticeNow(viewer, quarter, now)
  const [paper, quarters] = await Promise.all([
    once(`notice ${quarter} ${seq} ${key}`, async () => drawPacked(<Paper notice={notice} quarter={quarter} />)),
    quartersToChoose(viewer, now),
  ])
  const writes = can(viewer, 'notice.write').allowed
  return (
    <NoticeColumns sheets={<Drawn drawn={paper} />} about="关于本通报稿">
      <Note small>
        {draft?.corrects
          ? `${quarterName(quarter)}：正在起草的更正，尚未印发。`
          : issued
            ? `${quarterName(quarter)}通报已印发，这是按现有数据生成的样子。`
            : `${quarterName(quarter)}：按现有数据生成的通报稿，尚未印发。`}
        文中每个数字都可以点开，查看其后的明细。
      </Note>
      {now < quarterBounds(quarter).to && (
        <Note small tone="late">
          本季度尚未结束，数字仍会变动。
        </Note>
      )}
      <Note small tone={faults > 0 ? 'wrong' : 'done'}>
        核对结果：{faults} 处不一致
      </Note>
      {issued && <Link href={`/notices/${quarter}/${issued.id}`}>看已印发的通报（{issued.number}）</Link>}
      {writes && draft && (
        <Link href={`/notices/${quarter}/draft`} kind="primary">
          {draft.state === 'proposed' ? '待印发，打开通报稿' : '继续起草'}
        </Link>
      )}
      {writes && !draft && !issued && (
        <OpenDraftForm action={openDraft} formKey={newFormKey(viewer)} quarter={quarter} />
      )}
      <PrintButton />
      <Exports base={`/notices/${quarter}`} query="" pdf={findChromium() !== null} />
      <Quarters base="/notices" quarter={quarter} quarters={quarters} />
      <p className="text-sm text-second">
        <Link href={`/ranking/${quarter}`}>本季度排名</Link>
        {can(viewer, 'objection.read').allowed && (
          <>
            {'　'}
            <Link href={`/notices/${quarter}/objections`}>异议</Link>
          </>
        )}
        {'　'}
        <Link href="/check">核对文件</Link>
        <br />
        {at ? `数据最近变动：${chineseDateTime(at)}（版本 ${seq}）` : '尚无数据变动'}
      </p>
    </NoticeColumns>
  )
})
