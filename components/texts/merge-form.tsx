'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { InputField, TextAreaField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'
import { SOURCES_MOST } from '@/lib/domain/texts/text'

type Props = {
  action: FormAction
  formKey: string
  /** What was chosen on the desk, in the order of the list. */
  chosen: readonly { ref: string; unit: string; title: string }[]
}

/** 合并为综合: the title, and the items by number. */
export function MergeForm({ action, formKey, chosen }: Props) {
  const refs = chosen.map(({ ref }) => ref).join('\n')
  return (
    <ActionForm action={action} formKey={formKey} className="merge-form">
      {(result) => (
        <>
          {chosen.length > 0 && (
            <ul className="merge-chosen" aria-label="所选的信息">
              {chosen.map(({ ref, unit, title }) => (
                <li key={ref}>
                  {title}
                  <p>
                    {unit}，{ref}
                  </p>
                </li>
              ))}
            </ul>
          )}
          <InputField result={result} name="title" label="综合的标题" />
          <TextAreaField
            result={result}
            name="items"
            label="信息编号"
            help={`一行一个，2 至 ${SOURCES_MOST} 条；正文按此顺序依次列入，前面标明单位。`}
            rows={4}
            otherwise={refs}
          />
          <SendButton>合并为综合</SendButton>
        </>
      )}
    </ActionForm>
  )
}
