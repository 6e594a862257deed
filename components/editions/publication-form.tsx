'use client'
import { Choice } from '@/components/ui/choice'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { InputField, SelectField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'
import type { Publication } from '@/lib/domain/editions/publication'

type Props = {
  action: FormAction
  formKey: string
  publication?: Publication
  kinds: readonly { kind: string; name: string }[]
  /** What a new one begins with. */
  first: { issuer: string; position: number }
  /** Once it has released an edition, name and issuer stay. */
  settled?: boolean
}

/** 刊物, new or to be changed. */
export function PublicationForm({ action, formKey, publication, kinds, first, settled = false }: Props) {
  const of = publication?.id ?? 'new'
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[48em]">
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={publication?.id ?? ''} />
          <Fields>
            <InputField
              {...{ result, of }}
              name="name"
              label="刊物名称"
              help={settled ? '已经发过刊，名称和主办单位不能再改。' : '不带书名号，最多 30 字。'}
              otherwise={publication?.name}
              readOnly={settled}
              autoComplete="off"
            />
            <InputField
              {...{ result, of }}
              name="issuer"
              label="主办单位"
              help="印在报头左侧。"
              otherwise={publication?.issuer ?? first.issuer}
              readOnly={settled}
              autoComplete="off"
            />
            <Fields columns={2}>
              <SelectField
                {...{ result, of }}
                name="kind"
                label="采用类别"
                help="发刊时，刊内各条按此登记采用。"
                options={kinds.map(({ kind, name }) => ({ value: kind, name }))}
                otherwise={publication?.kind ?? 'district_full'}
              />
              <InputField
                {...{ result, of }}
                name="position"
                label="顺序"
                help="小的排在前面。"
                type="number"
                min={1}
                max={99}
                otherwise={String(publication?.position ?? first.position)}
              />
            </Fields>
            {publication && (
              <Choice
                type="checkbox"
                name="retired"
                value="yes"
                defaultChecked={publication.retired}
                label="停用（不再编新的一期，已发的仍可查阅）"
              />
            )}
            <div>
              <SendButton kind={publication ? 'plain' : 'primary'}>{publication ? '保存' : '设立刊物'}</SendButton>
            </div>
          </Fields>
        </>
      )}
    </ActionForm>
  )
}
