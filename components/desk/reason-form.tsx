'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'
import { REASON_VERBS, type Reason } from '@/lib/domain/desk/reason'

type Props = { action: FormAction; formKey: string; reason?: Reason; nextPosition: number }

/** One reason code, new or to be changed. */
export function ReasonForm({ action, formKey, reason, nextPosition }: Props) {
  const of = reason?.id ?? 'new'
  return (
    <ActionForm action={action} formKey={formKey} className="reason-form">
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={reason?.id ?? ''} />
          <Field name={`words-${of}`} label="原因" fault={faultOf(result, 'words')}>
            {(control) => (
              <input
                {...control}
                name="words"
                className="input"
                defaultValue={typedValue(result, 'words', reason?.words)}
              />
            )}
          </Field>
          <div className="two-fields">
            <Field name={`verb-${of}`} label="用于" fault={faultOf(result, 'verb')}>
              {(control) => (
                <select
                  {...control}
                  name="verb"
                  className="input"
                  defaultValue={typedValue(result, 'verb', reason?.verb)}
                >
                  {Object.entries(REASON_VERBS).map(([verb, name]) => (
                    <option key={verb} value={verb}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field name={`position-${of}`} label="顺序" fault={faultOf(result, 'position')}>
              {(control) => (
                <input
                  {...control}
                  name="position"
                  type="number"
                  min={1}
                  max={99}
                  className="input"
                  defaultValue={typedValue(result, 'position', String(reason?.position ?? nextPosition))}
                />
              )}
            </Field>
          </div>
          {reason && (
            <p className="field">
              <label>
                <input type="checkbox" name="retired" value="yes" defaultChecked={reason.retired} /> 停用（不再供选用）
              </label>
            </p>
          )}
          <SendButton kind="plain">{reason ? '保存' : '增加原因'}</SendButton>
        </>
      )}
    </ActionForm>
  )
}
