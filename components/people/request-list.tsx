'use client'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { ActionForm } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import type { FormAction } from '@/lib/domain/base/result'
import type { AccountRequest } from '@/lib/domain/people/three-hands'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { requestInWords } from './request-words'

type Props = { requests: readonly AccountRequest[]; withdraw: FormAction; formKey: string }

/** 待决定的申请: what each asks, who asked, and who decides. One form for all: each button names its request. */
export function RequestList({ requests, withdraw, formKey }: Props) {
  return (
    <ActionForm action={withdraw} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <Requests requests={requests} />
        </>
      )}
    </ActionForm>
  )
}

function Requests({ requests }: { requests: readonly AccountRequest[] }) {
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
          {request.mine && (
            <p className="mt-2">
              <Button
                type="submit"
                kind="quiet"
                small
                name="id"
                value={request.id}
                aria-label={`撤回：${request.name}`}
              >
                撤回申请
              </Button>
            </p>
          )}
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
