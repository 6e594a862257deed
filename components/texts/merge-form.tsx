'use client'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import { SOURCES_MOST } from '@/lib/domain/editing'
import type { FormAction } from '@/lib/domain/result'

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
          <Field name="title" label="综合的标题" fault={faultOf(result, 'title')}>
            {(control) => (
              <input {...control} name="title" className="input" defaultValue={typedValue(result, 'title')} />
            )}
          </Field>
          <Field
            name="items"
            label="信息编号"
            help={`一行一个，2 至 ${SOURCES_MOST} 条；正文按此顺序依次列入，前面标明单位。`}
            fault={faultOf(result, 'items')}
          >
            {(control) => (
              <textarea
                {...control}
                name="items"
                rows={4}
                className="input"
                defaultValue={typedValue(result, 'items', refs)}
              />
            )}
          </Field>
          <SendButton>合并为综合</SendButton>
        </>
      )}
    </ActionForm>
  )
}
