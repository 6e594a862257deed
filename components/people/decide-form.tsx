'use client'
import { Actions } from '@/components/ui/actions'
import { SendButton } from '@/components/ui/form/action-form'
import { Link } from '@/components/ui/link'
import type { FormAction } from '@/lib/domain/base/result'
import { OwnPassword } from './own-password'
import { SlipForm } from './slip-form'

type Props = {
  action: FormAction
  formKey: string
  id: string
  /**
   * What is asked, in words, and whether agreeing gives a new first password; null once it was decided: what it gave is
   * still to be read, also after the page was read anew.
   */
  asked: { words: string; slip: boolean } | null
}

/** Agrees to what another administrator asked, or not; then shows the slip to hand out. */
export function DecideForm({ action, formKey, id, asked }: Props) {
  return (
    <SlipForm action={action} formKey={formKey} id={id} settled={asked ? undefined : '这项申请已经决定。'}>
      {(result) => (
        <>
          <p className="mb-2">{asked?.words}</p>
          {asked?.slip && (
            <p className="mb-2 text-sm">同意后显示新的初始密码，由您当面交给本人；该账号原有的密码和登录随即失效。</p>
          )}
          <div className="mb-4 max-w-[20em]">
            <OwnPassword result={result} />
          </div>
          <Actions>
            <SendButton verb="grant" small>
              同意
            </SendButton>
            <SendButton verb="refuse" kind="plain" small>
              不同意
            </SendButton>
            <Link href="/accounts" kind="quiet">
              以后再定
            </Link>
          </Actions>
        </>
      )}
    </SlipForm>
  )
}
