'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'
import type { Settings } from '@/lib/domain/office/settings'

type Kept = { id: string; name: string; everybody: boolean; mayDrop: boolean }

type Props = {
  keep: FormAction
  drop: FormAction
  formKey: string
  query: string
  mayShare: boolean
  kept: readonly Kept[]
}

/** 保存视图: the present filter under a name; and the kept ones, to be deleted. */
export function ViewForms({ keep, drop, formKey, query, mayShare, kept }: Props) {
  const droppable = kept.filter(({ mayDrop }) => mayDrop)
  return (
    <details className="desk-more no-print">
      <summary>保存或删除视图</summary>
      <ActionForm action={keep} formKey={formKey}>
        {(result) => (
          <>
            <DoneNote result={result} />
            <input type="hidden" name="query" value={query} />
            <Field name="name" label="视图名称" help="保存现在的筛选条件。" fault={faultOf(result, 'name')}>
              {(control) => (
                <input
                  {...control}
                  name="name"
                  className="input"
                  maxLength={16}
                  defaultValue={typedValue(result, 'name')}
                />
              )}
            </Field>
            {mayShare && (
              <label className="desk-switch">
                <input type="checkbox" name="everybody" value="on" />
                全体编辑可见
              </label>
            )}
            <SendButton kind="plain" small>
              保存视图
            </SendButton>
          </>
        )}
      </ActionForm>
      {droppable.length > 0 && (
        <ActionForm action={drop} formKey={`${formKey}-drop`} className="desk-drop">
          {(result) => (
            <>
              <DoneNote result={result} />
              <Field name="viewId" label="已保存的视图">
                {(control) => (
                  <select {...control} name="viewId" className="input">
                    {droppable.map(({ id, name, everybody }) => (
                      <option key={id} value={id}>
                        {everybody ? `${name}（全体）` : name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <SendButton kind="plain" small>
                删除视图
              </SendButton>
            </>
          )}
        </ActionForm>
      )}
    </details>
  )
}

const RELEASE: Readonly<Record<Settings['desk.second_eyes'], string>> = {
  off: '编辑登记即生效',
  on: '由另一位具有发布权限的编辑发布后生效',
}

/** 采用的发布: whether a second pair of eyes is wanted. */
export function SecondEyesForm({
  action,
  formKey,
  value,
}: {
  action: FormAction
  formKey: string
  value: Settings['desk.second_eyes']
}) {
  return (
    <details className="desk-more no-print">
      <summary>采用的发布</summary>
      <ActionForm action={action} formKey={formKey}>
        {(result) => (
          <>
            <DoneNote result={result} />
            <p className="field-help">启用后，没有发布权限的编辑只提出建议；发布之前单位和排名都看不到。</p>
            <fieldset>
              <legend className="sr-only">采用的发布</legend>
              {(Object.keys(RELEASE) as Settings['desk.second_eyes'][]).map((one) => (
                <label key={one} className="desk-switch">
                  <input type="radio" name="release" value={one} defaultChecked={one === value} />
                  {RELEASE[one]}
                </label>
              ))}
            </fieldset>
            <SendButton kind="plain" small>
              保存
            </SendButton>
          </>
        )}
      </ActionForm>
    </details>
  )
}
