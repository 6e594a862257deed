import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { ISOLATION_STATES, type IsolationState } from '@/lib/domain/secrecy/isolation'
import { chineseDateTime } from '@/lib/domain/time/quarter'

/** An isolation, as the page shows it. */
export type ListedIsolation = {
  id: string
  attachmentId: string | null
  state: IsolationState
  ref: string
  unit: string
  reason: string
  by: string
  isolatedAt: number
  ending: string | null
  ender: string | null
  endedAt: number | null
}

/** 隔离记录: what stands, and what became of the others. */
export function IsolationList({ isolations }: { isolations: readonly ListedIsolation[] }) {
  if (isolations.length === 0) return <Empty>没有隔离过信息。</Empty>
  return (
    <List>
      {isolations.map((one) => (
        <li key={one.id}>
          <p>{isolationInWords(one)}</p>
          <p className="text-sm text-second">
            {one.by}于 {chineseDateTime(one.isolatedAt)} 隔离：{one.reason}
          </p>
          {one.endedAt !== null && (
            <p className="text-sm text-second">
              {one.ender}于 {chineseDateTime(one.endedAt)} {one.state === 'purged' ? '清除' : '解除'}：{one.ending}
            </p>
          )}
          {one.state === 'isolated' && (
            <p className="mt-2">
              <Link href={`/isolations?open=${one.id}#one`} kind="plain" small aria-label={`办理：${one.ref}`}>
                办理
              </Link>
            </p>
          )}
        </li>
      ))}
    </List>
  )
}

/** "已隔离：信息 2026Q1-0001（样例一局）". */
export function isolationInWords({ state, ref, unit, attachmentId }: ListedIsolation): string {
  const what = ref.startsWith('draft:') ? '草稿' : `信息 ${ref}`
  return `${ISOLATION_STATES[state]}：${what}${attachmentId === null ? '' : ' 的一个附件'}（${unit}）`
}
