import { figuresRoute } from '@/app/figures-route'
import { fileHeaders } from '@/lib/action/route'
import { overviewOf } from '@/lib/data/figures/figures'
import { spanName } from '@/lib/domain/time/span'
import { workFor } from '@/lib/files/pool/pool'

export const dynamic = 'force-dynamic'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The ranking as a workbook. */
export const GET = figuresRoute('/ranking/[quarter]/xlsx', async ({ viewer, quarter, span }) => {
  const { ranking } = await overviewOf(viewer, quarter, span)
  const title = `${spanName(quarter, span)}政务信息排名`
  const file = await workFor(viewer.userId)('rankingXlsx', title, ranking)
  return new Response(new Uint8Array(file), { headers: fileHeaders(`${title}.xlsx`, TYPE) })
})
