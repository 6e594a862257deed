import { redirect } from 'next/navigation'
import { page } from '@/lib/action/page'
import { leadingQuarter } from '@/lib/data/figures/figures'

export default page('/ranking', async ({ viewer }) => {
  redirect(`/ranking/${await leadingQuarter(viewer, Date.now())}`)
})
