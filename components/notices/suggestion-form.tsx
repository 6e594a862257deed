'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'

type Props = {
  action: FormAction
  formKey: string
  suggestion?: { id: string; title: string; body: string; retired: boolean }
}

/** One 下步建议 of the office's library, new or to be changed. */
export function SuggestionForm({ action, formKey, suggestion }: Props) {
  const of = suggestion?.id ?? 'new'
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={suggestion?.id ?? ''} />
          <Field name={`title-${of}`} label="标题" help="例如（四）加强队伍建设" fault={faultOf(result, 'title')}>
            {(control) => (
              <input
                {...control}
                name="title"
                className="input"
                defaultValue={typedValue(result, 'title', suggestion?.title)}
              />
            )}
          </Field>
          <Field name={`body-${of}`} label="内容" fault={faultOf(result, 'body')}>
            {(control) => (
              <textarea
                {...control}
                name="body"
                rows={4}
                className="input"
                defaultValue={typedValue(result, 'body', suggestion?.body)}
              />
            )}
          </Field>
          {suggestion && (
            <p className="field">
              <label>
                <input type="checkbox" name="retired" value="yes" defaultChecked={suggestion.retired} />{' '}
                停用（不再供选用）
              </label>
            </p>
          )}
          <SendButton kind="plain">{suggestion ? '保存' : '加入建议库'}</SendButton>
        </>
      )}
    </ActionForm>
  )
}
