'use client'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'
import { Button } from '../button'

/** By which the form is known to what watches over leaving. */
export const SIGN_OUT = 'sign-out'

/** Ends the session: a form, so that it works without scripts and a link can't trigger it. */
export function SignOut({ action, formKey }: { action: FormAction; formKey: string }) {
  return (
    <ActionForm id={SIGN_OUT} action={action} formKey={formKey} leave>
      <Button type="submit" kind="quiet" small>
        退出
      </Button>
    </ActionForm>
  )
}
