import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { AuditFilterRow } from '@/components/office/audit-filter'
import { AuditTable } from '@/components/office/audit-table'
import { AuditVerdict } from '@/components/office/audit-verdict'
import { AUDIT_WORDS, auditInWords } from '@/components/office/audit-words'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { auditPage } from '@/lib/data/office/audit'
import { verifyLog } from '@/lib/data/office/verify'
import { askedOf, SIZE, waysIn } from './asked'
import { LogTabs } from './log-tabs'

export const metadata: Metadata = { title: '审计日志' }

const PATH = '/audit'

export default page(PATH, async ({ viewer, search }) => {
  const asked = askedOf(search, AUDIT_WORDS)
  const [entries, verified] = await Promise.all([
    auditPage(viewer, asked.place, SIZE, asked.filter),
    search.verify === '1' ? verifyLog(viewer) : null,
  ])
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
      <LogTabs here={PATH} />
      {verified && <AuditVerdict {...verified} />}
      <AuditFilterRow
        path={PATH}
        filter={asked.filter}
        verbs={AUDIT_WORDS}
        person="操作人"
        kept="日志长期保存，不少于 180 天。"
      />
      <AuditTable caption="审计日志" lines={entries.map(auditInWords)} empty={emptyWords(asked)} />
      <Pager {...waysIn(PATH, asked, entries)} />
    </Sheet>
  )
})

function emptyWords({ place, query }: { place: number | null; query: string }): string {
  if (query) return '没有符合条件的记录。'
  return place === null ? '还没有记录。登录、报送、采用等每一次操作都会记在这里。' : '前面没有更早的记录了。'
}
