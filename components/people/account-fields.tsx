'use client'
import { useEffect, useState } from 'react'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { typedValue } from '@/components/ui/form/action-form'
import { InputField, SelectField } from '@/components/ui/form/inputs'
import type { Result } from '@/lib/domain/base/result'
import type { Category, CategoryRow } from '@/lib/domain/office/category'
import { ACCOUNT_ROLES, ROLES, UNIT_ROLES } from '@/lib/domain/people/policy'

type Unit = { id: string; name: string; category: Category }

/** What there is to choose from. */
export type AccountChoices = { categories: readonly CategoryRow[]; units: readonly Unit[] }

/** An account as it stands, in the words of its form. */
export type AccountValues = {
  login: string
  name: string
  role: string
  unitId: string | null
  mayRelease: boolean
  mayIssue: boolean
}

const NONE = { value: '', name: '请选择' }
const ROLE_OPTIONS = ACCOUNT_ROLES.map((value) => ({ value, name: ROLES[value] }))
const RIGHTS = [
  ['mayRelease', '可发布采用结果'],
  ['mayIssue', '可印发通报'],
] as const

/** Who it is and what it may. What only some roles have is asked with these roles; without scripts, always. */
export function AccountFields({
  result,
  categories,
  units,
  account,
}: AccountChoices & { result: Result; account?: AccountValues }) {
  const stored = account?.role ?? ''
  const [role, setRole] = useState<string>()
  useEffect(() => setRole((chosen) => chosen ?? stored), [stored])
  const unitOptions = categories.map(({ key, name }) => ({
    label: name,
    options: units.filter((u) => u.category === key).map((u) => ({ value: u.id, name: u.name })),
  }))
  return (
    <Fields columns={2}>
      <InputField
        result={result}
        name="login"
        label="登录名"
        help="3 至 32 个小写字母、数字，以字母开头。"
        autoComplete="off"
        autoCapitalize="none"
        otherwise={account?.login}
      />
      <InputField
        result={result}
        name="name"
        label="姓名"
        help="一人一个账号，填写本人姓名。"
        autoComplete="off"
        otherwise={account?.name}
      />
      <SelectField
        result={result}
        name="role"
        label="角色"
        options={[NONE, ...ROLE_OPTIONS]}
        otherwise={stored}
        onChange={(event) => setRole(event.target.value)}
      />
      <div hidden={role !== undefined && !(UNIT_ROLES as readonly string[]).includes(role)}>
        <SelectField
          result={result}
          name="unit"
          label="所属单位"
          help="经办、分管负责同志须选择。"
          options={[NONE, ...unitOptions]}
          otherwise={account?.unitId ?? ''}
        />
      </div>
      <div hidden={role !== undefined && role !== 'editor'}>
        <Choices name="rights" label="编辑的权限">
          {RIGHTS.map(([name, label]) => (
            <Choice
              key={name}
              type="checkbox"
              name={name}
              value="yes"
              defaultChecked={typedValue(result, name, account?.[name] ? 'yes' : '') === 'yes'}
              label={label}
            />
          ))}
        </Choices>
      </div>
    </Fields>
  )
}
