'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'

/** Begins a draft. Apart from the forms that people write in: the page that shows it is mostly read. */
export function OpenDraftForm({ action, formKey, quarter }: { action: FormAction; formKey: string; quarter: string }) {
  return (
    <ActionForm action={action} formKey={formKey} className="grid">
      <input type="hidden" name="quarter" value={quarter} />
      <SendButton>起草通报</SendButton>
    </ActionForm>
  )
}
