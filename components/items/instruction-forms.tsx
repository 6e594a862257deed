'use client'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { InputField, SelectField, TextAreaField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'
import { INSTRUCTION_LEVELS } from '@/lib/domain/items/instruction'

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
            <p className="text-sm text-second">{blocked}</p>
          ) : (
            <Disclosure summary="登记批示" open={result.status === 'fault'}>
              <input type="hidden" name="id" value={id} />
              <Fields small>
                <SelectField
                  result={result}
                  name="level"
                  label="批示领导层级"
                  options={Object.entries(INSTRUCTION_LEVELS).map(([value, name]) => ({ value, name }))}
                />
                <Fields columns={2} small>
                  <InputField
                    type="date"
                    result={result}
                    name="givenOn"
                    label="批示日期"
                    otherwise={today}
                    min={firstDay}
                    max={today}
                  />
                  <InputField
                    type="date"
                    result={result}
                    name="feedbackDue"
                    label="反馈期限（可不填）"
                    min={firstDay}
                  />
                </Fields>
                <TextAreaField result={result} name="words" label="批示内容" help="报送单位会看到。" />
                <div>
                  <SendButton kind="plain">登记批示</SendButton>
                </div>
              </Fields>
            </Disclosure>
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
        <Disclosure summary="登记反馈" open={result.status === 'fault'}>
          <input type="hidden" name="instructionId" value={instructionId} />
          <Fields small>
            <InputField
              type="date"
              result={result}
              name="feedbackOn"
              of={instructionId}
              label="反馈日期"
              otherwise={today}
              min={givenOn}
              max={today}
            />
            <TextAreaField result={result} name="feedback" of={instructionId} label="反馈情况" />
            <div>
              <SendButton kind="plain">登记反馈</SendButton>
            </div>
          </Fields>
        </Disclosure>
      )}
    </ActionForm>
  )
}

/** 撤销批示, with the reason. */
export function RevokeInstructionForm({ action, formKey, instructionId }: Props & { instructionId: string }) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <Disclosure summary="撤销批示" open={result.status === 'fault'}>
          <input type="hidden" name="instructionId" value={instructionId} />
          <Fields small>
            <TextAreaField
              result={result}
              name="reason"
              of={`revoke-${instructionId}`}
              label="撤销原因"
              help="记录保留，不再显示。"
            />
            <div>
              <SendButton kind="warning">撤销批示</SendButton>
            </div>
          </Fields>
        </Disclosure>
      )}
    </ActionForm>
  )
}
