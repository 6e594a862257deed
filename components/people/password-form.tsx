'use client'
import type { FormAction } from '@/lib/domain/base/result'
import { PASSWORD_MIN } from '@/lib/domain/people/password'
import { Field } from '../ui/field'
import { ActionForm, faultOf, SendButton } from '../ui/form/action-form'

export function PasswordForm({ action, formKey, strict }: { action: FormAction; formKey: string; strict: boolean }) {
  const help = `至少 ${PASSWORD_MIN} 个字符${strict ? '，含大写字母、小写字母、数字、符号中的三种，不与最近 5 次用过的相同' : ''}。`
  return (
    <ActionForm action={action} formKey={formKey} leave>
      {(result) => (
        <>
          <Field name="current" label="原密码" fault={faultOf(result, 'current')}>
            {(control) => (
              <input {...control} name="current" type="password" className="input" autoComplete="current-password" />
            )}
          </Field>
          <Field name="password" label="新密码" help={help} fault={faultOf(result, 'password')}>
            {(control) => (
              <input {...control} name="password" type="password" className="input" autoComplete="new-password" />
            )}
          </Field>
          <Field name="again" label="再输入一次新密码" fault={faultOf(result, 'again')}>
            {(control) => (
              <input {...control} name="again" type="password" className="input" autoComplete="new-password" />
            )}
          </Field>
          <SendButton>修改密码</SendButton>
        </>
      )}
    </ActionForm>
  )
}
