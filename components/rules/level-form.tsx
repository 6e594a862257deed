'use client'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/form/action-form'
import { DoneNote } from '@/components/form/done'
import { Field } from '@/components/form/field'
import type { FormAction } from '@/lib/domain/result'
import { Choice } from './choice'

type Props = { action: FormAction; formKey: string }

const FORMED = [
  { value: '', name: '请选择' },
  { value: 'no', name: '不分' },
  { value: 'yes', name: '分信息和简讯' },
]

/** 增加采用级别: a level of the office's own. */
export function LevelForm({ action, formKey }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="rule-form">
      {(result) => (
        <>
          <DoneNote result={result} />
          <div className="two-fields">
            <Field name="short" label="级别名称" help="写作“国家级”一类。" fault={faultOf(result, 'short')}>
              {(control) => (
                <input
                  {...control}
                  name="short"
                  className="input"
                  autoComplete="off"
                  defaultValue={typedValue(result, 'short')}
                />
              )}
            </Field>
            <Choice
              name="formed"
              label="是否分信息和简讯"
              help="分的，各设一项分值。"
              options={FORMED}
              result={result}
            />
          </div>
          <SendButton className="button">增加级别</SendButton>
        </>
      )}
    </ActionForm>
  )
}
