import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { type Powers, powersInWords, REQUESTS, type RequestKind } from '@/lib/domain/people/three-hands'
import { chineseDateTime } from '@/lib/domain/time/quarter'

/** What waits for a second administrator, as a page shows it. */
export type WaitingRequest = Powers & {
  id: string
  kind: RequestKind
  login: string
  name: string
  unit: string | null
  before: (Powers & { name: string; login: string; unit: string | null }) | null
  proposedBy: string
  proposedAt: number
  slip: boolean
  notDecided: string | null
}

/** 待决定的申请: what each asks, who asked, and who decides. */
export function RequestList({ requests }: { requests: readonly WaitingRequest[] }) {
  if (requests.length === 0)
    return <Empty>没有待决定的申请。系统管理员提出的权限、管理员账号和密码重置，列在这里等另一名管理员决定。</Empty>
  return (
    <List>
      {requests.map((request) => (
        <li key={request.id}>
          <p>{requestInWords(request)}</p>
          <p className="text-sm text-second">
            {request.proposedBy}于 {chineseDateTime(request.proposedAt)} 提出
            {request.notDecided !== null && ` · ${request.notDecided}`}
          </p>
          {request.notDecided === null && (
            <p className="mt-2">
              <Link
                href={`/accounts?decide=${request.id}#requests`}
                kind="plain"
                small
                aria-label={`办理：${request.name}`}
              >
                办理
              </Link>
            </p>
          )}
        </li>
      ))}
    </List>
  )
}

/** A request in words: "改任：张某（zhangsan）由编辑改为编辑（可印发通报）". */
export function requestInWords({ kind, name, login, before, ...now }: WaitingRequest): string {
  const who = `${REQUESTS[kind]}：${[before ? before.unit : now.unit, before?.name ?? name].filter(Boolean).join(' ')}（${before?.login ?? login}）`
  if (kind !== 'change' || !before) return `${who}，${powersInWords(now)}`
  const renamed = [before.name !== name && `姓名改为${name}`, before.login !== login && `登录名改为${login}`]
  const place = now.unit === null || now.unit === before.unit ? '' : `${now.unit} `
  return [`${who}由${powersInWords(before)}改为${place}${powersInWords(now)}`, ...renamed].filter(Boolean).join('，')
}
