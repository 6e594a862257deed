'use client'
import type { FormAction } from '@/lib/domain/base/result'
import { PASSWORD_MIN } from '@/lib/domain/people/password'
import { Fields } from '../ui/fields'
import { ActionForm, SendButton } from '../ui/form/action-form'
import { InputField } from '../ui/form/inputs'

export function PasswordForm({ action, formKey, strict }: { action: FormAction; formKey: string; strict: boolean }) {
  const help = `至少 ${PASSWORD_MIN} 个字符${strict ? '，含大写字母、小写字母、数字、符号中的三种，不与最近 5 次用过的相同' : ''}。`
  const secret = { type: 'password', autoComplete: 'new-password' } as const
  return (
    <ActionForm action={action} formKey={formKey} leave>
      {(result) => (
        <Fields>
          <InputField {...secret} result={result} name="current" label="原密码" autoComplete="current-password" />
          <InputField {...secret} result={result} name="password" label="新密码" help={help} />
          <InputField {...secret} result={result} name="again" label="再输入一次新密码" />
          <div>
            <SendButton>修改密码</SendButton>
          </div>
        </Fields>
      )}
    </ActionForm>
  )
}
