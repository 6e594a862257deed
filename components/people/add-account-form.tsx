'use client'
import { useEffect, useState } from 'react'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton, typedValue } from '@/components/ui/form/action-form'
import { InputField, SelectField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'
import type { Category, CategoryRow } from '@/lib/domain/office/category'
import { ACCOUNT_ROLES, ROLES, UNIT_ROLES } from '@/lib/domain/people/policy'
import { FirstPassword } from './first-password'

type Unit = { id: string; name: string; category: Category }

const NONE = { value: '', name: '请选择' }
const ROLE_OPTIONS = ACCOUNT_ROLES.map((value) => ({ value, name: ROLES[value] }))

/** A new account. The questions that only some roles have are shown with these roles; without scripts, all of them. */
export function AddAccountForm({
  action,
  formKey,
  categories,
  units,
}: {
  action: FormAction
  formKey: string
  categories: readonly CategoryRow[]
  units: readonly Unit[]
}) {
  const [role, setRole] = useState<string>()
  useEffect(() => setRole((chosen) => chosen ?? ''), [])
  const unitOptions = categories.map(({ key, name }) => ({
    label: name,
    options: units.filter((u) => u.category === key).map((u) => ({ value: u.id, name: u.name })),
  }))
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[48em]">
      {(result) => (
        <>
          <FirstPassword result={result} />
          <Fields columns={2}>
            <InputField
              result={result}
              name="login"
              label="登录名"
              help="3 至 32 个小写字母、数字，以字母开头。"
              autoComplete="off"
              autoCapitalize="none"
            />
            <InputField
              result={result}
              name="name"
              label="姓名"
              help="一人一个账号，填写本人姓名。"
              autoComplete="off"
            />
            <SelectField
              result={result}
              name="role"
              label="角色"
              options={[NONE, ...ROLE_OPTIONS]}
              onChange={(event) => setRole(event.target.value)}
            />
            <div hidden={role !== undefined && !(UNIT_ROLES as readonly string[]).includes(role)}>
              <SelectField
                result={result}
                name="unit"
                label="所属单位"
                help="经办、分管负责同志须选择。"
                options={[NONE, ...unitOptions]}
              />
            </div>
            <div hidden={role !== undefined && role !== 'editor'}>
              <Choices name="rights" label="编辑的权限">
                <Choice
                  type="checkbox"
                  name="mayRelease"
                  value="yes"
                  defaultChecked={typedValue(result, 'mayRelease') === 'yes'}
                  label="可发布采用结果"
                />
                <Choice
                  type="checkbox"
                  name="mayIssue"
                  value="yes"
                  defaultChecked={typedValue(result, 'mayIssue') === 'yes'}
                  label="可印发通报"
                />
              </Choices>
            </div>
          </Fields>
          <div className="mt-6">
            <SendButton>添加账号</SendButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
