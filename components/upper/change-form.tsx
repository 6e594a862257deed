'use client'
import { Actions } from '@/components/ui/actions'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { InputField, SelectField } from '@/components/ui/form/inputs'
import { Link } from '@/components/ui/link'
import type { KindRow } from '@/lib/domain/adoptions/kinds'
import type { FormAction } from '@/lib/domain/base/result'
import type { PlacedLine } from '@/lib/domain/upper/upper'

type Props = {
  action: FormAction
  formKey: string
  line: PlacedLine
  kinds: readonly KindRow[]
  today: string
  /** Where to go without changing. */
  back: string
}

/** 更改: what was misread in a line, before it is posted. */
export function ChangeForm({ action, formKey, line, kinds, today, back }: Props) {
  return (
    <ActionForm id="change" action={action} formKey={formKey} className="max-w-[48em] my-6 p-4 border border-line">
      {(result) => (
        <Fields small>
          <h2>更改第{line.position}条</h2>
          <input type="hidden" name="lineId" value={line.id} />
          <InputField result={result} name="title" label="标题" autoComplete="off" otherwise={line.title} />
          <Fields columns={2} small>
            <SelectField
              result={result}
              name="kind"
              label="采用类别"
              options={kinds.map(({ kind, name }) => ({ value: kind, name }))}
              otherwise={line.kind}
            />
            <InputField
              result={result}
              name="adoptedOn"
              type="date"
              label="采用日期"
              max={today}
              otherwise={line.adoptedOn ?? ''}
            />
          </Fields>
          <Fields columns={2} small>
            <InputField
              result={result}
              name="publication"
              label="刊物（可不填）"
              autoComplete="off"
              otherwise={line.publication ?? ''}
            />
            <InputField
              result={result}
              name="issueNo"
              label="期号（可不填）"
              autoComplete="off"
              otherwise={line.issueNo ?? ''}
            />
          </Fields>
          <Actions>
            <SendButton>保存更改</SendButton>
            <Link href={back}>不更改</Link>
          </Actions>
        </Fields>
      )}
    </ActionForm>
  )
}
