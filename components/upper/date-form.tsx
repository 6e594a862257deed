'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { InputField } from '@/components/ui/form/inputs'
import { Note } from '@/components/ui/note'
import type { FormAction } from '@/lib/domain/base/result'

type Props = { action: FormAction; formKey: string; listId: string }

/** Asks for the day of the lines that name none, before anything is ticked. */
export function DateForm({ action, formKey, listId, undated, today }: Props & { undated: number; today: string }) {
  return (
    <ActionForm action={action} formKey={formKey} className="mb-6">
      {(result) => (
        <Note tone="late">
          <input type="hidden" name="listId" value={listId} />
          <p className="mb-2">有 {undated} 条没有写明采用日期。日期相同的，在此一并填入；不同的，逐条更改。</p>
          <div className="flex flex-wrap items-end gap-4">
            <InputField result={result} name="adoptedOn" type="date" label="采用日期" max={today} />
            <SendButton kind="plain">填入 {undated} 条</SendButton>
          </div>
        </Note>
      )}
    </ActionForm>
  )
}
