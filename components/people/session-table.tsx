'use client'
import { ActionForm } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { Table } from '@/components/ui/table'
import type { FormAction } from '@/lib/domain/base/result'
import { ROLES, type Role } from '@/lib/domain/people/policy'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { EndSession } from './end-session'

type Session = {
  id: string
  login: string
  name: string
  role: Role
  unit: string | null
  address: string | null
  createdAt: number
  lastSeenAt: number
}

type Props = { sessions: readonly Session[]; self: string; action: FormAction; formKey: string }

const HEADS = ['姓名', '登录名', '单位、角色', '地址', '登录时间', '最近使用', '操作'].map((name) => ({ name }))

/** Who is signed in, and from where. One form for the whole table: each row's button names its session. */
export function SessionTable({ sessions, self, action, formKey }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <Table caption="现有登录，最近使用的在前" heads={HEADS} small>
            <tbody>
              {sessions.map((s) => (
                <tr key={s.id}>
                  <td data-wide="">{s.name}</td>
                  <td data-label="登录名">{s.login}</td>
                  <td data-label="单位、角色">{[s.unit, ROLES[s.role]].filter(Boolean).join(' · ')}</td>
                  <td data-label="地址">{s.address ?? '不详'}</td>
                  <td data-label="登录时间">{chineseDateTime(s.createdAt)}</td>
                  <td data-label="最近使用">{chineseDateTime(s.lastSeenAt)}</td>
                  <td data-label="操作">
                    {s.id === self ? '本次登录，请用“退出”' : <EndSession id={s.id} whose={s.name} />}
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
