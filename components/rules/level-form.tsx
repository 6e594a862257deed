'use client'
import { Actions } from '@/components/ui/actions'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { InputField, SelectField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'

type Props = { action: FormAction; formKey: string }

const FORMED = [
  { value: '', name: '请选择' },
  { value: 'no', name: '不分' },
  { value: 'yes', name: '分信息和简讯' },
]

/** 增加采用级别: a level of the office's own. */
export function LevelForm({ action, formKey }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[48em]">
      {(result) => (
        <>
          <DoneNote result={result} />
          <Fields>
            <Fields columns={2}>
              <InputField name="short" label="级别名称" help="写作“国家级”一类。" autoComplete="off" result={result} />
              <SelectField
                name="formed"
                label="是否分信息和简讯"
                help="分的，各设一项分值。"
                options={FORMED}
                result={result}
              />
            </Fields>
            <Actions>
              <SendButton kind="plain">增加级别</SendButton>
            </Actions>
          </Fields>
        </>
      )}
    </ActionForm>
  )
}
