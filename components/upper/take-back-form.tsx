'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'

/** 整份收回: of a list that was misread, before anything of it is posted. */
export function TakeBackForm({ action, formKey, listId }: { action: FormAction; formKey: string; listId: string }) {
  return (
    <ActionForm action={action} formKey={formKey} className="mb-6">
      <input type="hidden" name="listId" value={listId} />
      <SendButton kind="plain" small>
        整份收回
      </SendButton>
      <span className="ml-3 text-sm text-second">读错的清单可以整份收回，重新粘贴；还没有登记时才能收回。</span>
    </ActionForm>
  )
}
