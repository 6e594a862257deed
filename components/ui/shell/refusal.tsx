import { Link } from '../link'
import { PageHead } from '../page-head'
import { Sheet } from '../sheet'

/** A page that exists but isn't for this person: says why, and where to go instead. */
export function Refusal({ reason }: { reason: string }) {
  return (
    <Sheet width="note">
      <PageHead title="不能查看本页" />
      <p>{reason}</p>
      <p className="mt-2">如工作需要，请联系系统管理员调整账号的角色。</p>
      <p className="mt-4">
        <Link href="/">回到首页</Link>
      </p>
    </Sheet>
  )
}
