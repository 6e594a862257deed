import { currentViewer } from '@/lib/auth/current'
import { noticeOf } from '@/lib/data/figures'
import { noticeDefaults, noticeText } from '@/lib/domain/notice'
import { can } from '@/lib/domain/policy'
import { parseQuarter } from '@/lib/domain/quarter'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ quarter: string }> }

/** The notice as plain text, to be taken into another program. */
export async function GET(_request: Request, { params }: Context) {
  const viewer = await currentViewer()
  if (!viewer) return plain('请先登录。', 401)
  const verdict = can(viewer, 'notice.read')
  if (!verdict.allowed) return plain(verdict.reason, 403)
  const quarter = parseQuarter((await params).quarter)
  if (!quarter) return plain('没有这个季度。', 404)
  return plain(noticeText(await noticeOf(viewer, quarter, noticeDefaults(quarter, Date.now()))), 200)
}

function plain(text: string, status: number): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
