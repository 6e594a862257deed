'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'

type Draft = { id: string; version: number }
type Place = { key: string; words: string }
type Props = { action: FormAction; formKey: string; draft: Draft; places: readonly Place[] }

/** A paragraph of the office's own. */
export function AddParagraphForm({ action, formKey, draft, places }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <Hidden draft={draft} />
          <After name="after-own" places={places} chosen={typedValue(result, 'after', places.at(-1)?.key)} />
          <Field name="kind" label="类别" fault={faultOf(result, 'kind')}>
            {(control) => (
              <select {...control} name="kind" className="input" defaultValue={typedValue(result, 'kind', 'paragraph')}>
                <option value="paragraph">正文</option>
                <option value="heading">一级标题</option>
                <option value="subheading">二级标题</option>
              </select>
            )}
          </Field>
          <Field
            name="text"
            label="文字"
            help="需要引用数据的，从下面的“可用的数据”中复制。"
            fault={faultOf(result, 'text')}
          >
            {(control) => (
              <textarea {...control} name="text" rows={4} className="input" defaultValue={typedValue(result, 'text')} />
            )}
          </Field>
          <SendButton kind="plain">加入正文</SendButton>
        </>
      )}
    </ActionForm>
  )
}

type SuggestionProps = Props & { suggestions: readonly { id: string; title: string }[] }

/** 下步建议 out of the office's library. */
export function AddSuggestionForm({ action, formKey, draft, places, suggestions }: SuggestionProps) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <Hidden draft={draft} />
          <Field name="suggestion" label="建议" fault={faultOf(result, 'suggestion')}>
            {(control) => (
              <select {...control} name="suggestion" className="input" defaultValue={typedValue(result, 'suggestion')}>
                {suggestions.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <After name="after-suggestion" places={places} chosen={typedValue(result, 'after', places.at(-1)?.key)} />
          <SendButton kind="plain">加入正文</SendButton>
        </>
      )}
    </ActionForm>
  )
}

function Hidden({ draft }: { draft: Draft }) {
  return (
    <>
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="version" value={draft.version} />
    </>
  )
}

function After({ name, places, chosen }: { name: string; places: readonly Place[]; chosen: string }) {
  return (
    <Field name={name} label="放在这一段之后">
      {(control) => (
        <select {...control} name="after" className="input" defaultValue={chosen}>
          {places.map(({ key, words }) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
