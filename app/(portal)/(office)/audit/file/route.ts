import { AUDIT_WORDS, auditInWords } from '@/components/office/audit-words'
import { fileHeaders, refusalResponse, route } from '@/lib/action/route'
import { auditExport } from '@/lib/data/office/audit'
import { auditFilterIn } from '@/lib/domain/office/audit-filter'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { auditFile } from '@/lib/files/office/audit-file'

export const dynamic = 'force-dynamic'

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' }

/** The log as a file, as far as the filter lets it through: ?kind=csv or ?kind=jsonl. */
export const GET = route('/audit/file', async ({ viewer, query }) => {
  const kind = query.get('kind') ?? 'csv'
  if (kind !== 'csv' && kind !== 'jsonl') return refusalResponse('没有这种文件。可选：csv、jsonl。', 404)
  const now = Date.now()
  const filter = auditFilterIn(Object.fromEntries(query), Object.keys(AUDIT_WORDS))
  const entries = await auditExport(viewer, filter, now)
  let first = true
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await entries.next()
      if (done) return controller.close()
      const lines = value.map((entry) => ({ words: auditInWords(entry), entry }))
      controller.enqueue(new TextEncoder().encode(auditFile(kind, lines, first)))
      first = false
    },
  })
  return new Response(body, { headers: fileHeaders(`审计日志 ${dayOfInstant(now)}.${kind}`, TYPES[kind]) })
})
