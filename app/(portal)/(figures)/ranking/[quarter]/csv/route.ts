import { figuresRoute } from '@/app/figures-route'
import { fileHeaders, refusalResponse } from '@/lib/action/route'
import { overviewOf } from '@/lib/data/figures/figures'
import { filledTables } from '@/lib/domain/figures/tables'
import { spanName } from '@/lib/domain/time/span'
import { rankingCsv } from '@/lib/files/figures/ranking-csv'

export const dynamic = 'force-dynamic'

/** One table of the ranking as CSV: ?table=submission-department and so on. */
export const GET = figuresRoute('/ranking/[quarter]/csv', async ({ viewer, quarter, span, query }) => {
  const { ranking } = await overviewOf(viewer, quarter, span)
  const tables = filledTables(ranking)
  const table = tables.find((one) => one.table === query.get('table'))
  if (!table) return refusalResponse(`没有这张表。可选：${tables.map((one) => one.table).join('、')}。`, 404)
  const name = `${spanName(quarter, span)}${table.name}.csv`
  return new Response(rankingCsv(table), { headers: fileHeaders(name, 'text/csv; charset=utf-8') })
})
