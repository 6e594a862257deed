'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'
import { FirstPassword } from './first-password'

/** Asks once more before a password is replaced, then shows the new one. */
export function ResetForm({
  action,
  formKey,
  id,
  who,
}: {
  action: FormAction
  formKey: string
  id: string
  who: string
}) {
  return (
    <ActionForm action={action} formKey={formKey} className="mb-6">
      {(result) => (
        <>
          <FirstPassword result={result} />
          {result.status === 'done' ? (
            <a href="/accounts">已记下，收起</a>
          ) : (
            <div className="note note-late">
              <input type="hidden" name="id" value={id} />
              <p className="mb-2">重置{who}的密码：原密码立即失效，已有登录全部退出。</p>
              <SendButton kind="warning" small>
                确认重置
              </SendButton>
              <a href="/accounts" className="ml-4">
                取消
              </a>
            </div>
          )}
        </>
      )}
    </ActionForm>
  )
}
