'use client'
import { Actions } from '@/components/ui/actions'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { SelectField, TextAreaField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'

type Props = {
  action: FormAction
  formKey: string
  weeks: readonly { week: string; name: string }[]
  /** The week to begin with, and what stands there. */
  week: string
  words: string
}

/** 报送重点 of this week or one to come, in place of what stands there. */
export function FocusForm({ action, formKey, weeks, week, words }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <Fields>
            <SelectField
              result={result}
              name="week"
              label="哪一周"
              options={weeks.map((one) => ({ value: one.week, name: one.name }))}
              otherwise={week}
            />
            <TextAreaField
              result={result}
              name="words"
              label="报送重点"
              help="一行一个重点。当周起，各单位首页都会看到；再次发布将替换该周已有的内容。"
              rows={6}
              otherwise={words}
            />
            <Actions>
              <SendButton>发布</SendButton>
            </Actions>
          </Fields>
        </>
      )}
    </ActionForm>
  )
}
