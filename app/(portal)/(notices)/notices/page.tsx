import { redirect } from 'next/navigation'
import { pageViewer, reading } from '@/lib/auth/page'
import { leadingQuarter } from '@/lib/data/figures/figures'

export default async function LeadingNotice() {
  const viewer = await pageViewer('/notices')
  redirect(`/notices/${await reading(leadingQuarter(viewer, Date.now()))}`)
}
