import { AUDIT_WORDS, auditInWords } from '@/components/office/audit-words'
import { route } from '@/lib/action/route'
import { auditExport } from '@/lib/data/office/audit'
import { logFile } from '../log-file'

export const dynamic = 'force-dynamic'

/** The audit log as a file. */
export const GET = route('/audit/file', ({ viewer, query }) =>
  logFile(query, {
    name: '审计日志',
    verbs: AUDIT_WORDS,
    entries: (filter, at) => auditExport(viewer, filter, at),
    inWords: auditInWords,
  }),
)
