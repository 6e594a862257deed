import type { Metadata } from 'next'
import { AuditFilterRow } from '@/components/office/audit-filter'
import { AuditTable } from '@/components/office/audit-table'
import { AuditVerdict } from '@/components/office/audit-verdict'
import { AUDIT_WORDS } from '@/components/office/audit-words'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { page } from '@/lib/action/page'
import { auditPage } from '@/lib/data/office/audit'
import { verifyLog } from '@/lib/data/office/verify'
import { auditFilterIn, auditFilterQuery } from '@/lib/domain/office/audit-filter'

export const metadata: Metadata = { title: '审计日志' }

const SIZE = 50

export default page('/audit', async ({ viewer, search }) => {
  const { before, verify } = search
  const place = typeof before === 'string' && /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null
  const filter = auditFilterIn(search, Object.keys(AUDIT_WORDS))
  const query = auditFilterQuery(filter)
  const [entries, verified] = await Promise.all([
    auditPage(viewer, place, SIZE, filter),
    verify === '1' ? verifyLog(viewer) : null,
  ])
  const last = entries.at(-1)
  return (
    <Sheet>
      <PageHead
        title="审计日志"
        action={
          <Link href="/audit?verify=1" kind="plain" small>
            校验
          </Link>
        }
      />
      {verified && <AuditVerdict {...verified} />}
      <AuditFilterRow filter={filter} />
      <AuditTable
        entries={entries}
        empty={
          query
            ? '没有符合条件的记录。'
            : place === null
              ? '还没有记录。登录、报送、采用等每一次操作都会记在这里。'
              : '前面没有更早的记录了。'
        }
      />
      <Pager
        firstName="最新"
        first={place === null ? undefined : `/audit${query && `?${query}`}`}
        next={
          last && last.seq > 1 && entries.length === SIZE
            ? `/audit?before=${last.seq}${query && `&${query}`}`
            : undefined
        }
      />
    </Sheet>
  )
})
