import { refusalResponse, route } from '@/lib/action/route'
import { READING_MAX, readItems } from '@/lib/data/desk/reading'
import { inbox } from '@/lib/data/items/lists'
import { categoriesFor } from '@/lib/data/office/categories'
import { parseDeskQuery } from '../query'
import { asReadingItem, asRows } from '../reading-items'

export const dynamic = 'force-dynamic'

/** For the desk's pane: several opened items (`ids`), or with a filter and `after` the next page of the list. */
export const GET = route('/desk/reading', async ({ viewer, query: asked }) => {
  const fields = Object.fromEntries(asked)
  const headers = { 'Cache-Control': 'no-store' }
  const ids = fields.ids?.split(',').slice(0, READING_MAX)
  if (ids) return Response.json({ items: (await readItems(viewer, ids)).map(asReadingItem) }, { headers })
  const query = parseDeskQuery(fields, await categoriesFor(viewer))
  if (!query) return refusalResponse('没有这个季度。', 404)
  return Response.json(asRows(await inbox(viewer, query)), { headers })
})
