import { Link } from '../link'
import { PageHead } from '../page-head'
import { Sheet } from '../sheet'

/** Out of reach and absent look alike. */
export function Absent() {
  return (
    <Sheet width="note">
      <PageHead title="没有找到" />
      <p>您要看的内容不存在，或者不在您的查看范围内。</p>
      <p className="mt-4">
        <Link href="/">回到首页</Link>
      </p>
    </Sheet>
  )
}
