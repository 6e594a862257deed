import { figuresRoute } from '@/app/figures-route'
import { pageVersionOf } from '@/lib/data/figures/figures'
import { figuresDrawn } from '../figures'

export const dynamic = 'force-dynamic'

/** The figures alone, as the ranking's page or the wall shows them, for a page that is open while they change. */
export const GET = figuresRoute('/ranking/[quarter]/tables', async ({ viewer, quarter, span, query }) => {
  const { seq } = await pageVersionOf(viewer, quarter)
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'X-Version': String(seq) }
  const view = query.get('view') === 'wall' ? 'wall' : 'ranking'
  return new Response(await figuresDrawn(viewer, quarter, span, seq, view), { headers })
})
