import type { Metadata } from 'next'
import { AuditTable, ChainVerdict } from '@/components/office/audit-table'
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
    <div className="sheet accounts">
      <div className="title-row">
        <h1>审计日志</h1>
        <a href="/audit?verify=1" className="button button-small">
          校验
        </a>
      </div>
      {chain && <ChainVerdict {...chain} />}
      {entries.length > 0 ? (
        <AuditTable entries={entries} />
      ) : (
        <p className="empty">
          {place === null ? '还没有记录。登录、报送、采用等每一次操作都会记在这里。' : '前面没有更早的记录了。'}
        </p>
      )}
      <nav aria-label="翻页" className="pages no-print">
        {place !== null && <a href="/audit">回到最新</a>}
        {last && last.seq > 1 && entries.length === SIZE && (
          <a href={`/audit?before=${last.seq}`} rel="next">
            下一页
          </a>
        )}
      </nav>
    </div>
  )
})
