import type { Metadata } from 'next'
import { AuditTable, ChainVerdict } from '@/components/office/audit-table'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { page } from '@/lib/action/page'
import { auditPage, verifyChain } from '@/lib/data/office/audit'

export const metadata: Metadata = { title: '审计日志' }

const SIZE = 50

export default page('/audit', async ({ viewer, search }) => {
  const { before, verify } = search
  const place = typeof before === 'string' && /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null
  const [entries, chain] = await Promise.all([
    auditPage(viewer, place, SIZE),
    verify === '1' ? verifyChain(viewer) : null,
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
      {chain && <ChainVerdict {...chain} />}
      <AuditTable
        entries={entries}
        empty={place === null ? '还没有记录。登录、报送、采用等每一次操作都会记在这里。' : '前面没有更早的记录了。'}
      />
      <Pager
        first={place === null ? undefined : '/audit'}
        firstName="最新"
        next={last && last.seq > 1 && entries.length === SIZE ? `/audit?before=${last.seq}` : undefined}
      />
    </Sheet>
  )
})
