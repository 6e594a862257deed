'use client'
import { Actions } from '@/components/ui/actions'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { Link } from '@/components/ui/link'
import type { FormAction } from '@/lib/domain/base/result'
import { OwnPassword } from './own-password'

type Props = {
  action: FormAction
  formKey: string
  id: string
  who: string
  /** Whether another administrator has to agree. */
  waits: boolean
}

/** Asks once more before somebody's second factor is taken away. */
export function ResetCodeForm({ action, formKey, id, who, waits }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="mb-6">
      {(result) =>
        result.status === 'done' ? (
          <DoneNote result={result} />
        ) : (
          <>
            <input type="hidden" name="id" value={id} />
            <p className="mb-2">
              {waits
                ? `申请重置${who}的动态码：该账号有权限，须由另一名管理员同意；同意之前照常使用。`
                : `重置${who}的动态码：之后凭密码登录，可重新启用。请先确认是其本人提出。`}
            </p>
            <div className="mb-4 max-w-[20em]">
              <OwnPassword result={result} />
            </div>
            <Actions>
              <SendButton kind="warning" small>
                {waits ? '提出申请' : '确认重置'}
              </SendButton>
              <Link href="/accounts" kind="quiet">
                取消
              </Link>
            </Actions>
          </>
        )
      }
    </ActionForm>
  )
}
