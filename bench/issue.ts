import { closeDatabase } from '@/db/client'
import { knownTo } from '@/lib/data/notices/checking'
import { saveNoticeHead } from '@/lib/data/notices/drafts'
import { issueNotice, proposeNotice } from '@/lib/data/notices/issue'
import type { Quarter } from '@/lib/domain/time/quarter'
import { beginDraft, noticeHead } from '@/lib/testing/notices'
import { arrival, someone } from '@/lib/testing/world'

/* Issues the notice of the sample quarter in a database that prepare.ts has filled, and prints its code. */
const [writer, issuer] = [await someone('editor'), await someone('editor', { mayIssue: true })]
const head = noticeHead(await beginDraft(writer, '2020Q3' as Quarter))
const at = await saveNoticeHead(writer, head, arrival())
await issueNotice(issuer, { ...(await proposeNotice(writer, at, arrival())), despite: '' }, arrival())
process.stdout.write((await knownTo(writer)).issued[0]?.code ?? '')
await closeDatabase()
