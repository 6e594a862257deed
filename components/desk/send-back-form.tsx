'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'
import type { Reason } from '@/lib/domain/desk/reason'
import { CodeField } from './reason-fields'

type Props = {
  action: FormAction
  formKey: string
  id: string
  version: number
  reasons: readonly Reason[]
  blocked?: string
}

/** 退回: with the reason, which the unit reads. Where it can't be done now, the form says why. */
export function SendBackForm({ action, formKey, id, version, reasons, blocked }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          {blocked ? (
            result.status !== 'done' && <p className="blocked">{blocked}</p>
          ) : (
            <details open={result.status === 'fault'}>
              <summary>写明原因并退回</summary>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              <CodeField verb="send_back" label="常用原因（可不选）" reasons={reasons} result={result} />
              <Field
                name="reason"
                label="退回原因"
                help="报送单位会看到这段话；重新报送之前不计入报送条数。"
                fault={faultOf(result, 'reason')}
              >
                {(control) => (
                  <textarea
                    {...control}
                    name="reason"
                    rows={3}
                    className="input"
                    defaultValue={typedValue(result, 'reason')}
                  />
                )}
              </Field>
              <SendButton kind="warning">退回</SendButton>
            </details>
          )}
        </>
      )}
    </ActionForm>
  )
}
