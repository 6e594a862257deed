import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'

/** How many requests about accounts wait for a second administrator, and how many of them for this one. */
export function WaitingNote({ all, own }: { all: number; own: number }) {
  if (all === 0) return null
  return (
    <Note tone="late" className="mb-4">
      <p>
        {own > 0 ? `有 ${own} 项账号申请等您决定。` : `有 ${all} 项账号申请等另一名管理员决定。`}{' '}
        <Link href="/accounts#requests">查看</Link>
      </p>
    </Note>
  )
}
