import type { Metadata } from 'next'
import { drawPacked, once } from '@/app/(portal)/drawing'
import { page } from '@/app/page-of'
import { CorrectedBy } from '@/components/notices/corrected-by'
import { CorrectionForm } from '@/components/notices/correction-form'
import { Exports } from '@/components/notices/exports'
import { IssuedFacts } from '@/components/notices/issued-facts'
import { NoticeColumns } from '@/components/notices/notice-columns'
import { Paper } from '@/components/notices/paper'
import { PrintButton } from '@/components/notices/print-button'
import { Drawn } from '@/components/ui/drawn'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { newFormKey } from '@/lib/auth/form-key'
import { issuedIn, issuedNotice } from '@/lib/data/notices/issued'
import { notFound } from '@/lib/domain/base/fault'
import { can } from '@/lib/domain/people/policy'
import { parseQuarter } from '@/lib/domain/time/quarter'
import { findChromium } from '@/lib/files/notices/browser'
import { openDraft } from '../../actions'
import '@/components/notices/notice.css'

export const metadata: Metadata = { title: '通报' }

/** An issued notice: never changed, its figures open the lists as they were; beside it, how the data stand to it now. */
export default page('/notices/[quarter]/[id]', async ({ viewer, params, search }) => {
  const { quarter: asked, id } = params
  const quarter = parseQuarter(asked)
  if (!quarter) throw notFound()
  const issued = await issuedNotice(viewer, id)
  if (issued.quarter !== quarter) throw notFound()
  const base = `/notices/${quarter}`
  const paper = await once(`issued ${id}`, async () =>
    drawPacked(<Paper notice={issued.notice} quarter={quarter} frozen={`${base}/${id}`} />),
  )
  const all = await issuedIn(viewer, quarter)
  const newest = all.at(-1)
  const correction = all.find(({ corrects }) => corrects === id)
  const beside = search.with === correction?.id && correction ? await issuedNotice(viewer, correction.id) : null
  const other =
    beside &&
    (await once(`issued ${beside.id}`, async () =>
      drawPacked(<Paper notice={beside.notice} quarter={quarter} frozen={`${base}/${beside.id}`} />),
    ))
  const sheets = (
    <>
      {correction && <CorrectedBy correction={correction} base={base} id={id} paired={beside !== null} />}
      <Drawn drawn={paper} />
      {other && <Drawn drawn={other} />}
    </>
  )
  return (
    <NoticeColumns sheets={sheets} about="关于本通报">
      <IssuedFacts issued={issued} />
      <PrintButton />
      <Exports base={base} query={`?id=${id}`} pdf={findChromium() !== null} />
      {all.length > 1 && (
        <nav aria-label="本季度的通报和更正">
          <List kind="plain">
            {all.map((other) => (
              <li key={other.id}>
                {other.id === id ? (
                  <span aria-current="page">{other.number}</span>
                ) : (
                  <Link href={`${base}/${other.id}`}>{other.number}</Link>
                )}
                {other.corrects ? '（更正）' : '（通报）'}
              </li>
            ))}
          </List>
        </nav>
      )}
      {newest?.id === id && issued.changes.length > 0 && can(viewer, 'notice.write').allowed && (
        <CorrectionForm
          userId={viewer.userId}
          action={openDraft}
          formKey={newFormKey(viewer)}
          quarter={quarter}
          corrects={id}
        />
      )}
      <p className="flex flex-wrap gap-x-4 text-sm">
        <Link href={`/ranking/${quarter}`}>本季度排名</Link>
        {can(viewer, 'notice.preview').allowed && <Link href={`${base}?as=now`}>按现有数据生成的通报</Link>}
        <Link href="/verify">通报查验</Link>
      </p>
    </NoticeColumns>
  )
})
