import { ACCESS_WORDS, accessInWords } from '@/components/office/access-words'
import { route } from '@/lib/action/route'
import { accessExport } from '@/lib/data/office/accesses'
import { logFile } from '../../log-file'

export const dynamic = 'force-dynamic'

/** The access log as a file. */
export const GET = route('/audit/accesses/file', ({ viewer, query }) =>
  logFile(query, {
    name: '查阅记录',
    verbs: ACCESS_WORDS,
    entries: (filter, at) => accessExport(viewer, filter, at),
    inWords: accessInWords,
  }),
)
