'use client'
import { Choice } from '@/components/ui/choice'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { InputField, SelectField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'
import { REASON_VERBS, type Reason } from '@/lib/domain/desk/reason'

type Props = { action: FormAction; formKey: string; reason?: Reason; nextPosition: number }

/** One reason code, new or to be changed. */
export function ReasonForm({ action, formKey, reason, nextPosition }: Props) {
  const of = reason?.id ?? 'new'
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[48em]">
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={reason?.id ?? ''} />
          <Fields small>
            <InputField result={result} name="words" of={of} label="原因" otherwise={reason?.words} />
            <Fields columns={2} small>
              <SelectField
                result={result}
                name="verb"
                of={of}
                label="用于"
                options={Object.entries(REASON_VERBS).map(([value, name]) => ({ value, name }))}
                otherwise={reason?.verb}
              />
              <InputField
                result={result}
                name="position"
                of={of}
                type="number"
                label="顺序"
                min={1}
                max={99}
                otherwise={String(reason?.position ?? nextPosition)}
              />
            </Fields>
            {reason && (
              <Choice
                type="checkbox"
                name="retired"
                value="yes"
                label="停用（不再供选用）"
                defaultChecked={reason.retired}
              />
            )}
            <div>
              <SendButton kind="plain">{reason ? '保存' : '增加原因'}</SendButton>
            </div>
          </Fields>
        </>
      )}
    </ActionForm>
  )
}
