'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { Link } from '@/components/ui/link'
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
    <ActionForm id="drop" action={action} formKey={formKey} className="my-6 p-4 border border-line">
      {(result) => (
        <Fields small>
          <h2 className="wrap-anywhere">
            剔除第{line.position}条：{line.title}
          </h2>
          <Choices
            name="reason"
            label="剔除原因"
            help="剔除后不再比对，原因记入审计日志。"
            fault={faultOf(result, 'reason')}
            columns="two"
          >
            {Object.entries(DROP_REASONS).map(([reason, words]) => (
              <Choice
                key={reason}
                type="radio"
                name="reason"
                value={reason}
                label={words}
                defaultChecked={typedValue(result, 'reason') === reason}
              />
            ))}
          </Choices>
          <Actions>
            <input type="hidden" name="lineId" value={line.id} />
            <SendButton kind="warning">剔除</SendButton>
            <Link href={back}>不剔除</Link>
          </Actions>
        </Fields>
      )}
    </ActionForm>
  )
}
