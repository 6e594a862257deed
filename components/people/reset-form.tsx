'use client'
import { Actions } from '@/components/ui/actions'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
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
            <Link href="/accounts">已记下，收起</Link>
          ) : (
            <Note tone="late">
              <input type="hidden" name="id" value={id} />
              <p className="mb-2">重置{who}的密码：原密码立即失效，已有登录全部退出。</p>
              <Actions>
                <SendButton kind="warning" small>
                  确认重置
                </SendButton>
                <Link href="/accounts" kind="quiet">
                  取消
                </Link>
              </Actions>
            </Note>
          )}
        </>
      )}
    </ActionForm>
  )
}
