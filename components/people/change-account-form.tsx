'use client'
import { Actions } from '@/components/ui/actions'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { Link } from '@/components/ui/link'
import type { FormAction } from '@/lib/domain/base/result'
import { type AccountChoices, AccountFields, type AccountValues } from './account-fields'
import { SecondHand } from './second-hand'

type Props = AccountChoices & { action: FormAction; formKey: string; account: AccountValues & { id: string } }

/** What a person is called, belongs to and may, to be changed. */
export function ChangeAccountForm({ action, formKey, account, ...choices }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[48em] mb-6">
      {(result) => (
        <>
          <DoneNote result={result} />
          {result.status === 'done' ? (
            <Link href="/accounts">收起</Link>
          ) : (
            <>
              <input type="hidden" name="id" value={account.id} />
              <AccountFields result={result} account={account} {...choices} />
              <SecondHand />
              <div className="mt-4">
                <Actions>
                  <SendButton small>保存改动</SendButton>
                  <Link href="/accounts" kind="quiet">
                    取消
                  </Link>
                </Actions>
              </div>
            </>
          )}
        </>
      )}
    </ActionForm>
  )
}
