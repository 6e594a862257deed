'use client'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/form/action-form'
import { DoneNote } from '@/components/form/done'
import { Field } from '@/components/form/field'
import type { Publication } from '@/lib/domain/publication'
import type { FormAction, Result } from '@/lib/domain/result'

type Props = {
  action: FormAction
  formKey: string
  publication?: Publication
  kinds: readonly { kind: string; name: string }[]
  /** What a new one begins with. */
  first: { issuer: string; position: number }
  /** Once it has released an issue, name and issuer stay. */
  settled?: boolean
}

/** 刊物, new or to be changed. */
export function PublicationForm({ action, formKey, publication, kinds, first, settled = false }: Props) {
  // Several of these stand on one page; the list of faults leads to the bare name, which only the form at fault bears.
  const nameOf = (result: Result, field: string) =>
    faultOf(result, field) ? field : `${field}-${publication?.id ?? 'new'}`
  return (
    <ActionForm action={action} formKey={formKey} className="publication-form">
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={publication?.id ?? ''} />
          <Field
            name={nameOf(result, 'name')}
            label="刊物名称"
            help={settled ? '已经发过刊，名称和主办单位不能再改。' : '不带书名号，最多 30 字。'}
            fault={faultOf(result, 'name')}
          >
            {(control) => (
              <input
                {...control}
                name="name"
                className="input"
                readOnly={settled}
                autoComplete="off"
                defaultValue={typedValue(result, 'name', publication?.name)}
              />
            )}
          </Field>
          <Field
            name={nameOf(result, 'issuer')}
            label="主办单位"
            help="印在报头左侧。"
            fault={faultOf(result, 'issuer')}
          >
            {(control) => (
              <input
                {...control}
                name="issuer"
                className="input"
                readOnly={settled}
                autoComplete="off"
                defaultValue={typedValue(result, 'issuer', publication?.issuer ?? first.issuer)}
              />
            )}
          </Field>
          <div className="two-fields">
            <Field
              name={nameOf(result, 'kind')}
              label="采用类别"
              help="发刊时，刊内各条按此登记采用。"
              fault={faultOf(result, 'kind')}
            >
              {(control) => (
                <select
                  {...control}
                  name="kind"
                  className="input"
                  defaultValue={typedValue(result, 'kind', publication?.kind ?? 'district_full')}
                >
                  {kinds.map(({ kind, name }) => (
                    <option key={kind} value={kind}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field
              name={nameOf(result, 'position')}
              label="顺序"
              help="小的排在前面。"
              fault={faultOf(result, 'position')}
            >
              {(control) => (
                <input
                  {...control}
                  name="position"
                  type="number"
                  min={1}
                  max={99}
                  className="input"
                  defaultValue={typedValue(result, 'position', String(publication?.position ?? first.position))}
                />
              )}
            </Field>
          </div>
          {publication && (
            <p className="field">
              <label>
                <input type="checkbox" name="retired" value="yes" defaultChecked={publication.retired} />{' '}
                停用（不再编新的一期，已发的仍可查阅）
              </label>
            </p>
          )}
          <SendButton className={publication ? 'button' : 'button button-primary'}>
            {publication ? '保存' : '设立刊物'}
          </SendButton>
        </>
      )}
    </ActionForm>
  )
}
