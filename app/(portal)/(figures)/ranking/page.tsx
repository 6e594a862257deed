import { redirect } from 'next/navigation'
import { pageViewer, reading } from '@/lib/auth/page'
import { leadingQuarter } from '@/lib/data/figures/figures'

export default async function LeadingRanking() {
  const viewer = await pageViewer('/ranking', { visitors: true })
  redirect(`/ranking/${await reading(leadingQuarter(viewer, Date.now()))}`)
}
