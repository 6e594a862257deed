'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'
import { type AccountChoices, AccountFields } from './account-fields'
import { FirstPassword } from './first-password'
import { SecondHand } from './second-hand'

/** A new account, with the slip or the word that another administrator has first to agree. */
export function AddAccountForm({
  action,
  formKey,
  ...choices
}: AccountChoices & { action: FormAction; formKey: string }) {
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[48em]">
      {(result) => (
        <>
          <FirstPassword result={result} />
          <AccountFields result={result} {...choices} />
          <SecondHand />
          <div className="mt-4">
            <SendButton>添加账号</SendButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
