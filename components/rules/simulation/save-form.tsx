'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
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
    <ActionForm action={action} formKey={formKey} className="trial-save no-print">
      {(result) => (
        <>
          {Object.entries(fields).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <Field
            name="name"
            label="名称"
            help="保存后，编辑和领导都可以在“试算”中看到。"
            fault={faultOf(result, 'name')}
          >
            {(control) => (
              <input
                {...control}
                name="name"
                className="input"
                autoComplete="off"
                defaultValue={typedValue(result, 'name', name)}
              />
            )}
          </Field>
          <SendButton kind="plain">保存试算</SendButton>
        </>
      )}
    </ActionForm>
  )
}
