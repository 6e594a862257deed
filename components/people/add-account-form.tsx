'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { optionsHtml } from '@/components/ui/form/options'
import type { FormAction } from '@/lib/domain/base/result'
import type { Category, CategoryRow } from '@/lib/domain/office/category'
import { ACCOUNT_ROLES, ROLES } from '@/lib/domain/people/policy'
import { FirstPassword } from './first-password'

type Unit = { id: string; name: string; category: Category }

const NONE = { value: '', name: '请选择' }
const ROLE_OPTIONS = ACCOUNT_ROLES.map((value) => ({ value, name: ROLES[value] }))

/** A new account. The questions that only some roles have are shown with these roles, by style alone. */
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
  const unitOptions = categories.map(({ key, name }) => ({
    label: name,
    options: units.filter((u) => u.category === key).map((u) => ({ value: u.id, name: u.name })),
  }))
  return (
    <ActionForm action={action} formKey={formKey} className="account-form">
      {(result) => {
        const typed = (field: string) => typedValue(result, field)
        // React leaves a select as it is when it resets a form; another key draws it anew with what was chosen.
        const drawn = result.status === 'fault' ? JSON.stringify(result.values) : result.status
        return (
          <>
            <FirstPassword result={result} />
            <Field
              name="login"
              label="登录名"
              help="3 至 32 个小写字母、数字，以字母开头。"
              fault={faultOf(result, 'login')}
            >
              {(control) => (
                <input
                  {...control}
                  name="login"
                  className="input"
                  autoComplete="off"
                  autoCapitalize="none"
                  defaultValue={typed('login')}
                />
              )}
            </Field>
            <Field name="name" label="姓名" help="一人一个账号，填写本人姓名。" fault={faultOf(result, 'name')}>
              {(control) => (
                <input {...control} name="name" className="input" autoComplete="off" defaultValue={typed('name')} />
              )}
            </Field>
            <Field name="role" label="角色" fault={faultOf(result, 'role')}>
              {(control) => (
                <select
                  {...control}
                  key={drawn}
                  name="role"
                  className="input"
                  dangerouslySetInnerHTML={optionsHtml([NONE, ...ROLE_OPTIONS], typed('role'))}
                />
              )}
            </Field>
            <div className="for-unit">
              <Field name="unit" label="所属单位" help="经办、分管负责同志须选择。" fault={faultOf(result, 'unit')}>
                {(control) => (
                  <select
                    {...control}
                    key={drawn}
                    name="unit"
                    className="input"
                    dangerouslySetInnerHTML={optionsHtml([NONE, ...unitOptions], typed('unit'))}
                  />
                )}
              </Field>
            </div>
            <fieldset className="field for-editor">
              <legend>编辑的权限</legend>
              <div className="choices">
                <label>
                  <input type="checkbox" name="mayRelease" value="yes" defaultChecked={typed('mayRelease') === 'yes'} />
                  可发布采用结果
                </label>
                <label>
                  <input type="checkbox" name="mayIssue" value="yes" defaultChecked={typed('mayIssue') === 'yes'} />
                  可印发通报
                </label>
              </div>
            </fieldset>
            <SendButton>添加账号</SendButton>
          </>
        )
      }}
    </ActionForm>
  )
}
