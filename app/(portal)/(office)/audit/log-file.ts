import { fileHeaders, refusalResponse } from '@/lib/action/route'
import { type AuditFilter, auditFilterIn } from '@/lib/domain/office/audit-filter'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { auditFile } from '@/lib/files/office/audit-file'

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' }

type Log<Entry> = {
  name: string
  verbs: Readonly<Record<string, string>>
  entries(filter: AuditFilter, at: number): Promise<AsyncGenerator<Entry[]>>
  inWords(entry: Entry): Record<string, string | number>
}

/** A log as a file, as far as the filter lets it through: ?kind=csv or ?kind=jsonl; never whole in memory. */
export async function logFile<Entry extends object>(query: URLSearchParams, log: Log<Entry>): Promise<Response> {
  const kind = query.get('kind') ?? 'csv'
  if (kind !== 'csv' && kind !== 'jsonl') return refusalResponse('没有这种文件。可选：csv、jsonl。', 404)
  const now = Date.now()
  const entries = await log.entries(auditFilterIn(Object.fromEntries(query), Object.keys(log.verbs)), now)
  let first = true
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await entries.next()
      if (done) return controller.close()
      const lines = value.map((entry) => ({ words: log.inWords(entry), entry }))
      controller.enqueue(new TextEncoder().encode(auditFile(kind, lines, first)))
      first = false
    },
  })
  return new Response(body, { headers: fileHeaders(`${log.name} ${dayOfInstant(now)}.${kind}`, TYPES[kind]) })
}
