'use client'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'

/** Ends the session: a form, so that it works without scripts and a link can't trigger it. */
export function SignOut({ action, formKey }: { action: FormAction; formKey: string }) {
  return (
    <ActionForm action={action} formKey={formKey} leave>
      <button type="submit" className="text-work py-3 cursor-pointer hover:underline">
        退出
      </button>
    </ActionForm>
  )
}
