'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { InputField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'

type Props = {
  action: FormAction
  formKey: string
  /** The quarter and the points that were tried, by field. */
  fields: Readonly<Record<string, string>>
  name: string
}

/** Keeps what was tried under a name. */
export function SaveForm({ action, formKey, fields, name }: Props) {
  return (
    <ActionForm
      action={action}
      formKey={formKey}
      className="grid justify-items-start gap-4 max-w-[36em] mt-6 pt-6 border-t border-line print:hidden"
    >
      {(result) => (
        <>
          {Object.entries(fields).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <div className="w-full">
            <InputField
              result={result}
              name="name"
              label="名称"
              help="保存后，编辑和领导都可以在“试算”中看到。"
              autoComplete="off"
              otherwise={name}
            />
          </div>
          <SendButton kind="plain">保存试算</SendButton>
        </>
      )}
    </ActionForm>
  )
}
