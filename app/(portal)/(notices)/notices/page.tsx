import { redirect } from 'next/navigation'
import { page } from '@/lib/action/page'
import { leadingQuarter } from '@/lib/data/figures/figures'

export default page('/notices', async ({ viewer }) => {
  redirect(`/notices/${await leadingQuarter(viewer, Date.now())}`)
})
