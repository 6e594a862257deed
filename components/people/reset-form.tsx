'use client'
import { Actions } from '@/components/ui/actions'
import { SendButton } from '@/components/ui/form/action-form'
import { Link } from '@/components/ui/link'
import type { FormAction } from '@/lib/domain/base/result'
import { OwnPassword } from './own-password'
import { SlipForm } from './slip-form'

/** What is taken from whom: by another administrator's yes as well, or at once. */
const WORDS = {
  password: {
    waits: (who: string) =>
      `申请重置${who}的密码：该账号有权限，须由另一名管理员同意，新的初始密码由其交给本人；同意之前原密码照常使用。`,
    now: (who: string) => `重置${who}的密码：原密码立即失效，已有登录全部退出。`,
  },
  code: {
    waits: (who: string) => `申请重置${who}的动态码：该账号有权限，须由另一名管理员同意；同意之前照常使用。`,
    now: (who: string) => `重置${who}的动态码：之后凭密码登录，可重新启用。请先确认是其本人提出。`,
  },
}

type Props = {
  what: keyof typeof WORDS
  action: FormAction
  formKey: string
  id: string
  who: string
  /** Whether another administrator has to agree. */
  waits: boolean
}

/** Asks once more before a password or a second factor is taken away, then shows what came of it. */
export function ResetForm({ what, action, formKey, id, who, waits }: Props) {
  return (
    <SlipForm action={action} formKey={formKey} id={id}>
      {(result) => (
        <>
          <p className="mb-2">{WORDS[what][waits ? 'waits' : 'now'](who)}</p>
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
      )}
    </SlipForm>
  )
}
