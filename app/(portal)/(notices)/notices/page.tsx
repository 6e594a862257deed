import { redirect } from 'next/navigation'
import { page } from '@/app/page-of'
import { leadingQuarter } from '@/lib/data/figures/figures'
import { newestIssued } from '@/lib/data/notices/issued'
import { can } from '@/lib/domain/people/policy'

/** Who makes notices begins with the quarter that is due, everybody else with the newest that was issued. */
export default page('/notices', async ({ viewer }) => {
  const newest = can(viewer, 'notice.preview').allowed ? null : await newestIssued(viewer)
  if (newest) redirect(`/notices/${newest.quarter}/${newest.id}`)
  redirect(`/notices/${await leadingQuarter(viewer, Date.now())}`)
})
