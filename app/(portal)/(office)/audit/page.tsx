import type { Metadata } from 'next'
import { AuditTable, ChainVerdict } from '@/components/office/audit-table'
import { pageViewer, reading } from '@/lib/auth/page'
import { auditPage, verifyChain } from '@/lib/data/office/audit'

export const metadata: Metadata = { title: '审计日志' }

const SIZE = 50

type Props = { searchParams: Promise<{ before?: string | string[]; verify?: string | string[] }> }

export default async function AuditPage({ searchParams }: Props) {
  const { before, verify } = await searchParams
  const place = typeof before === 'string' && /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null
  const viewer = await pageViewer(place === null ? '/audit' : `/audit?before=${place}`)
  const [entries, chain] = await reading(
    Promise.all([auditPage(viewer, place, SIZE), verify === '1' ? verifyChain(viewer) : null]),
  )
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
}
