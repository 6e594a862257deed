'use client'
import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { InputField, TextAreaField } from '@/components/ui/form/inputs'
import type { FormAction, Result } from '@/lib/domain/base/result'
import type { Reason } from '@/lib/domain/desk/reason'
import { ReasonFields } from '../desk/reason-fields'

type Props = {
  action: FormAction
  formKey: string
  id: string
  version: number
  /** Nothing is asked while this can't be done; what the form did stays said. */
  blocked?: string
}

/** 未采用: with a code, a sentence or both. It still counts. */
export function NotUsedForm({ reasons, ...props }: Props & { reasons: readonly Reason[] }) {
  return (
    <RulingForm {...props} summary="定为未采用" send={<SendButton kind="plain">定为未采用</SendButton>}>
      {(result) => (
        <ReasonFields verb="not_used" reasons={reasons} result={result} help="报送单位会看到；仍计入报送条数。" />
      )}
    </RulingForm>
  )
}

/** 重复: with the number of the other item. It no longer counts. */
export function DuplicateForm({ reasons, ...props }: Props & { reasons: readonly Reason[] }) {
  return (
    <RulingForm {...props} summary="定为重复" send={<SendButton kind="warning">定为重复</SendButton>}>
      {(result) => (
        <>
          <InputField
            result={result}
            name="of"
            label="所重复信息的编号"
            help="例如 2026Q4-0007，也可粘贴那条信息的网址。"
            autoComplete="off"
          />
          <ReasonFields
            verb="duplicate"
            reasons={reasons}
            result={result}
            help="报送单位会看到；不再计入报送条数。对方是其他单位的，不透露其编号和标题。"
          />
        </>
      )}
    </RulingForm>
  )
}

/** 恢复: takes either verdict back. */
export function ReinstateForm(props: Props) {
  return (
    <RulingForm {...props} summary="恢复为已接收" send={<SendButton kind="plain">恢复</SendButton>}>
      {(result) => (
        <TextAreaField
          result={result}
          name="reason"
          of="reinstate"
          label="说明（可不填）"
          help="报送单位会看到。"
          rows={2}
        />
      )}
    </RulingForm>
  )
}

type RulingProps = Props & { summary: string; send: ReactNode; children: (result: Result) => ReactNode }

function RulingForm({ action, formKey, id, version, blocked, summary, send, children }: RulingProps) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          {!blocked && (
            <Disclosure summary={summary} open={result.status === 'fault'}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              <Fields small>
                {children(result)}
                <div>{send}</div>
              </Fields>
            </Disclosure>
          )}
        </>
      )}
    </ActionForm>
  )
}
