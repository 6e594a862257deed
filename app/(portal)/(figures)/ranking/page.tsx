import { redirect } from 'next/navigation'
import { page } from '@/app/page-of'
import { leadingQuarter } from '@/lib/data/figures/figures'

export default page('/ranking', async ({ viewer }) => {
  redirect(`/ranking/${await leadingQuarter(viewer, Date.now())}`)
})
