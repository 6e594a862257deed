'use client'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'
import { DROP_REASONS } from '@/lib/domain/upper/upper'

type Props = {
  action: FormAction
  formKey: string
  line: { id: string; position: number; title: string }
  /** Where to go without dropping. */
  back: string
}

/** 剔除: a line that is no adoption of ours, with the reason. */
export function DropForm({ action, formKey, line, back }: Props) {
  return (
    <ActionForm id="drop" action={action} formKey={formKey} className="upper-drop">
      {(result) => {
        const fault = faultOf(result, 'reason')
        return (
          <>
            <input type="hidden" name="lineId" value={line.id} />
            <h2>
              剔除第{line.position}条：{line.title}
            </h2>
            <fieldset
              className={`field ${fault ? 'field-faulty' : ''}`}
              aria-describedby={fault ? 'fault-reason' : 'help-reason'}
            >
              <legend>剔除原因</legend>
              <div id="help-reason" className="field-help">
                剔除后不再比对，原因记入审计日志。
              </div>
              {fault && (
                <div id="fault-reason" className="field-fault">
                  {fault}
                </div>
              )}
              <div className="choices">
                {Object.entries(DROP_REASONS).map(([reason, words], i) => (
                  <label key={reason}>
                    <input
                      type="radio"
                      name="reason"
                      value={reason}
                      id={i === 0 ? 'field-reason' : undefined}
                      defaultChecked={typedValue(result, 'reason') === reason}
                    />
                    {words}
                  </label>
                ))}
              </div>
            </fieldset>
            <SendButton kind="warning">剔除</SendButton>
            <a href={back}>不剔除</a>
          </>
        )
      }}
    </ActionForm>
  )
}
