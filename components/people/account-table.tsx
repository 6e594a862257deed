'use client'
import { Button } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import type { FormAction } from '@/lib/domain/base/result'
import { ROLES, type Role } from '@/lib/domain/people/policy'

type Account = {
  id: string
  login: string
  name: string
  role: Role
  unit: string | null
  mayRelease: boolean
  mayIssue: boolean
  disabled: boolean
  mustChangePassword: boolean
  codeSince: number | null
}

type Props = {
  accounts: readonly Account[]
  self: string
  /** Whether this person changes accounts, or only sees them. */
  manages: boolean
  disable: FormAction
  enable: FormAction
  formKeys: readonly [disable: string, enable: string]
}

const HEADS = ['姓名', '登录名', '单位、权限', '状态'].map((name) => ({ name }))
const WITH_WORK = [...HEADS, { name: '操作' }]

/** All accounts, by role. Two forms for the whole table: each row's button names its account to one of them. */
export function AccountTable({ accounts, self, manages, disable, enable, formKeys }: Props) {
  return (
    <>
      <ActionForm id="disable" action={disable} formKey={formKeys[0]}>
        {(result) => <DoneNote result={result} />}
      </ActionForm>
      <ActionForm id="enable" action={enable} formKey={formKeys[1]}>
        {(result) => <DoneNote result={result} />}
      </ActionForm>
      <Table caption="账号，按角色和单位排列" heads={manages ? WITH_WORK : HEADS} small>
        {(Object.keys(ROLES) as Role[]).map((role) => {
          const rows = accounts.filter((a) => a.role === role)
          if (rows.length === 0) return null
          return (
            <tbody key={role}>
              <tr>
                <th colSpan={manages ? 5 : 4} scope="rowgroup">
                  {ROLES[role]}（{rows.length}）
                </th>
              </tr>
              {rows.map((account) => (
                <AccountRow key={account.id} account={account} self={account.id === self} manages={manages} />
              ))}
            </tbody>
          )
        })}
      </Table>
    </>
  )
}

function AccountRow({ account, self, manages }: { account: Account; self: boolean; manages: boolean }) {
  const { id, name, login, unit, mayRelease, mayIssue, disabled, mustChangePassword, codeSince } = account
  const rights = [unit, mayRelease && '可发布采用结果', mayIssue && '可印发通报'].filter(Boolean).join('、')
  const verb = disabled ? '启用' : '停用'
  return (
    <tr>
      <td data-wide="">{name}</td>
      <td data-label="登录名">{login}</td>
      <td data-label="单位、权限">{rights || '无'}</td>
      <td data-label="状态">{disabled ? '× 已停用' : mustChangePassword ? '○ 未改初始密码' : '● 正常'}</td>
      {manages && (
        <td data-label="操作">
          <span className="inline-flex flex-wrap items-baseline gap-2">
            <Link href={`/accounts?change=${id}`} kind="quiet" small aria-label={`改动：${name}`}>
              改动
            </Link>
            {!self && (
              <>
                <Link href={`/accounts?reset=${id}`} kind="quiet" small aria-label={`重置密码：${name}`}>
                  重置密码
                </Link>
                {codeSince !== null && (
                  <Link href={`/accounts?code=${id}`} kind="quiet" small aria-label={`重置动态码：${name}`}>
                    重置动态码
                  </Link>
                )}
                <Button
                  type="submit"
                  kind="quiet"
                  small
                  form={disabled ? 'enable' : 'disable'}
                  name="id"
                  value={id}
                  aria-label={`${verb}：${name}`}
                >
                  {verb}
                </Button>
              </>
            )}
          </span>
        </td>
      )}
    </tr>
  )
}
