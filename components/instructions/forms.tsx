'use client'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/form/action-form'
import { DoneNote } from '@/components/form/done'
import { Field } from '@/components/form/field'
import { INSTRUCTION_LEVELS } from '@/lib/domain/instruction'
import type { FormAction, Result } from '@/lib/domain/result'

type Props = { action: FormAction; formKey: string }
type RecordProps = Props & { id: string; today: string; firstDay: string; blocked?: string }

/** 登记批示: who, when, the text, by when feedback is due. */
export function InstructionForm({ action, formKey, id, today, firstDay, blocked }: RecordProps) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          {blocked ? (
            <p className="blocked">{blocked}</p>
          ) : (
            <details open={result.status === 'fault'}>
              <summary>登记批示</summary>
              <input type="hidden" name="id" value={id} />
              <Field name="level" label="批示领导层级" fault={faultOf(result, 'level')}>
                {(control) => (
                  <select {...control} name="level" className="input" defaultValue={typedValue(result, 'level')}>
                    {Object.entries(INSTRUCTION_LEVELS).map(([level, name]) => (
                      <option key={level} value={level}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <div className="two-fields">
                <Day result={result} name="givenOn" label="批示日期" otherwise={today} min={firstDay} max={today} />
                <Day result={result} name="feedbackDue" label="反馈期限（可不填）" min={firstDay} />
              </div>
              <Text result={result} name="words" label="批示内容" help="报送单位会看到。" />
              <SendButton className="button">登记批示</SendButton>
            </details>
          )}
        </>
      )}
    </ActionForm>
  )
}

type OneProps = Props & { instructionId: string; today: string; givenOn: string }

/** 登记反馈, once. */
export function FeedbackForm({ action, formKey, instructionId, today, givenOn }: OneProps) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <details open={result.status === 'fault'}>
          <summary>登记反馈</summary>
          <input type="hidden" name="instructionId" value={instructionId} />
          <Day
            result={result}
            name="feedbackOn"
            of={instructionId}
            label="反馈日期"
            otherwise={today}
            min={givenOn}
            max={today}
          />
          <Text result={result} name="feedback" of={instructionId} label="反馈情况" />
          <SendButton className="button">登记反馈</SendButton>
        </details>
      )}
    </ActionForm>
  )
}

/** 撤销批示, with the reason. */
export function RevokeInstructionForm({ action, formKey, instructionId }: Props & { instructionId: string }) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <details open={result.status === 'fault'}>
          <summary>撤销批示</summary>
          <input type="hidden" name="instructionId" value={instructionId} />
          <Text
            result={result}
            name="reason"
            of={`revoke-${instructionId}`}
            label="撤销原因"
            help="记录保留，不再显示。"
          />
          <SendButton className="button button-warning">撤销批示</SendButton>
        </details>
      )}
    </ActionForm>
  )
}

type FieldProps = {
  result: Result
  name: string
  label: string /** Tells fields of one name on one page apart. */
  of?: string
}

function Day({
  result,
  name,
  label,
  of,
  otherwise,
  ...bounds
}: FieldProps & { otherwise?: string; min?: string; max?: string }) {
  return (
    <Field name={of ? `${name}-${of}` : name} label={label} fault={faultOf(result, name)}>
      {(control) => (
        <input
          {...control}
          {...bounds}
          name={name}
          type="date"
          className="input"
          defaultValue={typedValue(result, name, otherwise)}
        />
      )}
    </Field>
  )
}

function Text({ result, name, label, of, help }: FieldProps & { help?: string }) {
  return (
    <Field name={of ? `${name}-${of}` : name} label={label} help={help} fault={faultOf(result, name)}>
      {(control) => (
        <textarea {...control} name={name} rows={3} className="input" defaultValue={typedValue(result, name)} />
      )}
    </Field>
  )
}
