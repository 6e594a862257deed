import { figuresRoute } from '@/app/figures-route'
import { fileHeaders, refusalResponse } from '@/lib/action/route'
import { overviewOf } from '@/lib/data/figures/figures'
import { parseTable, TABLES } from '@/lib/domain/figures/tables'
import { spanName } from '@/lib/domain/time/span'
import { rankingCsv } from '@/lib/files/figures/ranking-csv'

export const dynamic = 'force-dynamic'

/** One table of the ranking as CSV: ?table=submission-department and so on. */
export const GET = figuresRoute('/ranking/[quarter]/csv', async ({ viewer, quarter, span, query }) => {
  const table = parseTable(query.get('table'))
  if (!table) return refusalResponse(`没有这张表。可选：${TABLES.map((one) => one.table).join('、')}。`, 404)
  const { ranking } = await overviewOf(viewer, quarter, span)
  const name = `${spanName(quarter, span)}${TABLES.find((one) => one.table === table)?.name}.csv`
  return new Response(rankingCsv(ranking, table), { headers: fileHeaders(name, 'text/csv; charset=utf-8') })
})
