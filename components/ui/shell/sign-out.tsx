'use client'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'
import { Button } from '../button'

/** Ends the session: a form, so that it works without scripts and a link can't trigger it. */
export function SignOut({ action, formKey }: { action: FormAction; formKey: string }) {
  return (
    <ActionForm action={action} formKey={formKey} leave>
      <Button type="submit" kind="quiet" small>
        退出
      </Button>
    </ActionForm>
  )
}
