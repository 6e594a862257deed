import { refusalResponse } from '@/app/figures-route'
import { currentViewer } from '@/lib/auth/current'
import { READING_MAX, readItems } from '@/lib/data/desk/reading'
import { inbox } from '@/lib/data/items/lists'
import { can } from '@/lib/domain/people/policy'
import { parseDeskQuery } from '../query'
import { asReadingItem, asRows } from '../reading-items'

export const dynamic = 'force-dynamic'

/** For the desk's pane: several opened items (`ids`), or with a filter and `after` the next page of the list. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return refusalResponse('请先登录。', 401)
  const verdict = can(viewer, 'desk.read')
  if (!verdict.allowed) return refusalResponse(verdict.reason, 403)
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const headers = { 'Cache-Control': 'no-store' }
  const ids = params.ids?.split(',').slice(0, READING_MAX)
  if (ids) return Response.json({ items: (await readItems(viewer, ids)).map(asReadingItem) }, { headers })
  const query = parseDeskQuery(params)
  if (!query) return refusalResponse('没有这个季度。', 404)
  return Response.json(asRows(await inbox(viewer, query)), { headers })
}
