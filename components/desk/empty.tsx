import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'

/** An inbox without rows says why, and what to do. */
export function EmptyDesk({ chosen, further, ungraded }: { chosen: boolean; further: boolean; ungraded: boolean }) {
  if (further) return <Empty>后面没有更多信息了。</Empty>
  if (!chosen) return <Empty>还没有收到信息。各单位报送后，信息由新到旧列在这里，打开即可登记采用或退回。</Empty>
  return (
    <Empty>
      {ungraded ? '在所选范围内没有待处理的信息。' : '没有符合条件的信息。'}
      可减少筛选条件，或者<Link href="/desk">清除筛选</Link>，查看全部已接收的信息。
    </Empty>
  )
}
