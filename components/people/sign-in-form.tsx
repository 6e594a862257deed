'use client'
import type { FormAction } from '@/lib/domain/base/result'
import { Fields } from '../ui/fields'
import { ActionForm, SendButton } from '../ui/form/action-form'
import { InputField } from '../ui/form/inputs'

/** Name and password; works before any script has loaded. */
export function SignInForm({ action, formKey, next }: { action: FormAction; formKey: string; next: string }) {
  return (
    <ActionForm action={action} formKey={formKey} leave signsIn>
      {(result) => (
        <Fields>
          <input type="hidden" name="next" value={next} />
          <InputField result={result} name="login" label="登录名" autoComplete="username" autoCapitalize="none" />
          <InputField result={result} name="password" label="密码" type="password" autoComplete="current-password" />
          <div className="grid">
            <SendButton>登录</SendButton>
          </div>
        </Fields>
      )}
    </ActionForm>
  )
}
