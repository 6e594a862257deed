'use client'
import { ActionForm } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { Table } from '@/components/ui/table'
import type { FormAction } from '@/lib/domain/base/result'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { EndSession } from './end-session'

type OwnSession = { id: string; address: string | null; createdAt: number; lastSeenAt: number }

type Props = { sessions: readonly OwnSession[]; self: string; action: FormAction; formKey: string }

const HEADS = ['网络地址', '登录时间', '最近使用', '操作'].map((name) => ({ name }))

/** Where one is signed in oneself. One form for the whole table: each row's button names its session. */
export function OwnSessionTable({ sessions, self, action, formKey }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <Table caption="我的现有登录，最近使用的在前" heads={HEADS} small>
            <tbody>
              {sessions.map(({ id, address, createdAt, lastSeenAt }) => (
                <tr key={id}>
                  <td data-label="网络地址">{address ?? '不详'}</td>
                  <td data-label="登录时间">{chineseDateTime(createdAt)}</td>
                  <td data-label="最近使用">{chineseDateTime(lastSeenAt)}</td>
                  <td data-label="操作">
                    {id === self ? '本次登录' : <EndSession id={id} whose={chineseDateTime(createdAt)} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </ActionForm>
  )
}
