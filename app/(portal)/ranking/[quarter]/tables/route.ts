import { currentViewer } from '@/lib/auth/current'
import { versionOf } from '@/lib/data/figures'
import { can } from '@/lib/domain/policy'
import { parseQuarter } from '@/lib/domain/quarter'
import { figuresDrawn } from '../figures'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ quarter: string }> }

/** The tables alone, for a ranking page that is open while the figures change. */
export async function GET(_request: Request, { params }: Context) {
  const viewer = await currentViewer()
  if (!viewer) return new Response('请先登录。', { status: 401 })
  if (!can(viewer, 'figures.read').allowed) return new Response('请先修改密码。', { status: 403 })
  const quarter = parseQuarter((await params).quarter)
  if (!quarter) return new Response('没有这个季度。', { status: 404 })
  const { seq } = await versionOf(viewer, quarter)
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'X-Version': String(seq) }
  return new Response(await figuresDrawn(viewer, quarter, seq), { headers })
}
