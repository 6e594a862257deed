'use client'
import { Actions } from '@/components/ui/actions'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { SelectField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'

type Props = {
  action: FormAction
  formKey: string
  /** What the form calls the choice, and what stands to be chosen. */
  name: 'written' | 'level'
  label: string
  options: readonly { value: string; name: string }[]
}

/** 撤去: one line or level that was entered by mistake, chosen out of those that still may go. */
export function TakeAwayForm({ action, formKey, name, label, options }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[48em] mt-4">
      {(result) => (
        <>
          <DoneNote result={result} />
          {options.length > 0 && (
            <Fields>
              <SelectField
                name={name}
                label={label}
                options={[{ value: '', name: '请选择' }, ...options]}
                result={result}
              />
              <Actions>
                <SendButton kind="plain">撤去</SendButton>
              </Actions>
            </Fields>
          )}
        </>
      )}
    </ActionForm>
  )
}
