'use client'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/form/action-form'
import { DoneNote } from '@/components/form/done'
import { Field } from '@/components/form/field'
import type { FormAction } from '@/lib/domain/result'

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
          <Field name="week" label="哪一周" fault={faultOf(result, 'week')}>
            {(control) => (
              <select {...control} name="week" className="input" defaultValue={typedValue(result, 'week', week)}>
                {weeks.map((one) => (
                  <option key={one.week} value={one.week}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            name="words"
            label="报送重点"
            help="一行一个重点。当周起，各单位首页都会看到；再次发布将替换该周已有的内容。"
            fault={faultOf(result, 'words')}
          >
            {(control) => (
              <textarea
                {...control}
                name="words"
                rows={6}
                className="input"
                defaultValue={typedValue(result, 'words', words)}
              />
            )}
          </Field>
          <SendButton>发布</SendButton>
        </>
      )}
    </ActionForm>
  )
}
