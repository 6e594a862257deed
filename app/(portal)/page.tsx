import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { notFound } from '@/lib/domain/base/fault'
import { parseQuarter } from '@/lib/domain/time/quarter'
import { administratorHome } from './homes/administrator'
import { auditorHome } from './homes/auditor'
import { editorHome } from './homes/editor'
import { readerHome } from './homes/reader'
import { unitHome } from './homes/unit'

export const metadata: Metadata = { title: '首页' }

/** The home of each role: what waits for it, and where its figures stand. */
export default page('/', ({ viewer, search }) => {
  const { quarter } = search
  const wanted = typeof quarter === 'string' ? parseQuarter(quarter) : null
  if (quarter !== undefined && !wanted) throw notFound()
  const now = Date.now()
  switch (viewer.role) {
    case 'clerk':
    case 'signer':
      return unitHome(viewer, wanted, now)
    case 'editor':
      return editorHome(viewer, now)
    case 'reader':
      return readerHome(viewer, now)
    case 'audit_admin':
      return auditorHome(viewer)
    default:
      return administratorHome(viewer, now)
  }
})
