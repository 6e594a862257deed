import { currentViewer } from '@/lib/auth/current'
import { versionOf } from '@/lib/data/figures'
import { can } from '@/lib/domain/policy'
import { parseQuarter } from '@/lib/domain/quarter'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ quarter: string }> }

/** The version of a quarter's figures: an open ranking page asks for it every few seconds. */
export async function GET(_request: Request, { params }: Context) {
  const viewer = await currentViewer()
  if (!viewer) return Response.json({ message: '请先登录。' }, { status: 401 })
  if (!can(viewer, 'figures.read').allowed) return Response.json({ message: '请先修改初始密码。' }, { status: 403 })
  const quarter = parseQuarter((await params).quarter)
  if (!quarter) return Response.json({ message: '没有这个季度。' }, { status: 404 })
  return Response.json(
    { version: (await versionOf(viewer, quarter)).seq },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
