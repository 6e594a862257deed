'use client'
import type { FormAction } from '@/lib/domain/base/result'
import { Field } from '../ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '../ui/form/action-form'

/** Name and password; works before any script has loaded. */
export function SignInForm({ action, formKey, next }: { action: FormAction; formKey: string; next: string }) {
  return (
    <ActionForm action={action} formKey={formKey} leave>
      {(result) => (
        <>
          <input type="hidden" name="next" value={next} />
          <Field name="login" label="登录名" fault={faultOf(result, 'login')}>
            {(control) => (
              <input
                {...control}
                name="login"
                className="input"
                autoComplete="username"
                autoCapitalize="none"
                defaultValue={typedValue(result, 'login')}
              />
            )}
          </Field>
          <Field name="password" label="密码" fault={faultOf(result, 'password')}>
            {(control) => (
              <input {...control} name="password" type="password" className="input" autoComplete="current-password" />
            )}
          </Field>
          <SendButton>登录</SendButton>
        </>
      )}
    </ActionForm>
  )
}
