import { figuresRoute } from '@/app/figures-route'
import { pageVersionOf } from '@/lib/data/figures/figures'

export const dynamic = 'force-dynamic'

/** The version of all that a quarter's page says: an open ranking asks for it every few seconds. */
export const GET = figuresRoute(
  '/api/figures/[quarter]',
  async ({ viewer, quarter }) => {
    const { seq } = await pageVersionOf(viewer, quarter)
    return Response.json({ version: seq }, { headers: { 'Cache-Control': 'private, no-store' } })
  },
  { polled: true },
)
