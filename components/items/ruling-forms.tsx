'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
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
    <RulingForm {...props} summary="定为未采用">
      {(result) => (
        <>
          <ReasonFields verb="not_used" reasons={reasons} result={result} help="报送单位会看到；仍计入报送条数。" />
          <SendButton kind="plain">定为未采用</SendButton>
        </>
      )}
    </RulingForm>
  )
}

/** 重复: with the number of the other item. It no longer counts. */
export function DuplicateForm({ reasons, ...props }: Props & { reasons: readonly Reason[] }) {
  return (
    <RulingForm {...props} summary="定为重复">
      {(result) => (
        <>
          <Field
            name="of"
            label="所重复信息的编号"
            help="例如 2026Q4-0007，也可粘贴那条信息的网址。"
            fault={faultOf(result, 'of')}
          >
            {(control) => (
              <input
                {...control}
                name="of"
                className="input"
                autoComplete="off"
                defaultValue={typedValue(result, 'of')}
              />
            )}
          </Field>
          <ReasonFields
            verb="duplicate"
            reasons={reasons}
            result={result}
            help="报送单位会看到；不再计入报送条数。对方是其他单位的，不透露其编号和标题。"
          />
          <SendButton kind="warning">定为重复</SendButton>
        </>
      )}
    </RulingForm>
  )
}

/** 恢复: takes either verdict back. */
export function ReinstateForm(props: Props) {
  return (
    <RulingForm {...props} summary="恢复为已接收">
      {(result) => (
        <>
          <Field
            name="reinstate-reason"
            label="说明（可不填）"
            help="报送单位会看到。"
            fault={faultOf(result, 'reason')}
          >
            {(control) => (
              <textarea
                {...control}
                name="reason"
                rows={2}
                className="input"
                defaultValue={typedValue(result, 'reason')}
              />
            )}
          </Field>
          <SendButton kind="plain">恢复</SendButton>
        </>
      )}
    </RulingForm>
  )
}

function RulingForm({
  action,
  formKey,
  id,
  version,
  blocked,
  summary,
  children,
}: Props & { summary: string; children: (result: Result) => React.ReactNode }) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          {!blocked && (
            <details open={result.status === 'fault'}>
              <summary>{summary}</summary>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              {children(result)}
            </details>
          )}
        </>
      )}
    </ActionForm>
  )
}
