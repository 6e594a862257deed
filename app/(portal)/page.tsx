import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Duties } from '@/components/office/duties'
import { pageViewer } from '@/lib/auth/page'
import { parseQuarter } from '@/lib/domain/time/quarter'
import { editorHome, readerHome, unitHome } from './homes'

export const metadata: Metadata = { title: '首页' }

type Props = { searchParams: Promise<{ quarter?: string | string[] }> }

/** The home of each role: what waits for it, and where its figures stand. */
export default async function HomePage({ searchParams }: Props) {
  const { quarter } = await searchParams
  const wanted = typeof quarter === 'string' ? parseQuarter(quarter) : null
  const viewer = await pageViewer(wanted ? `/?quarter=${wanted}` : '/')
  if (quarter !== undefined && !wanted) notFound()
  const now = Date.now()
  switch (viewer.role) {
    case 'clerk':
    case 'signer':
      return unitHome(viewer, wanted, now)
    case 'editor':
      return editorHome(viewer, now)
    case 'reader':
      return readerHome(viewer, now)
    default:
      return <Duties role={viewer.role} />
  }
}
