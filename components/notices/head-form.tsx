'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'

export type NoticeHead = {
  number: string | null
  issuer: string
  addressees: string
  date: string
  copies: string | null
  docOnTargets: string | null
  sealed: boolean
}

type Props = { action: FormAction; formKey: string; draft: { id: string; version: number }; head: NoticeHead }

const FIELDS = [
  { name: 'number', label: '发文字号', help: '例如 雁府办发〔2020〕67号', type: 'text' },
  { name: 'date', label: '成文日期', help: '印发当日', type: 'date' },
  { name: 'issuer', label: '发文机关', help: '也是署名', type: 'text' },
  { name: 'addressees', label: '主送机关', help: '以全角冒号结尾', type: 'text' },
  { name: 'copies', label: '抄送机关（可不填）', help: '印在末页版记中', type: 'text' },
  { name: 'docOnTargets', label: '任务文件（可不填）', help: '确定年度任务的文件字号，正文会引用', type: 'text' },
] as const

/** 文件要素: number, date, signature, addressees, copies, seal. */
export function HeadForm({ action, formKey, draft, head }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="version" value={draft.version} />
          {FIELDS.map(({ name, label, help, type }) => (
            <Field key={name} name={name} label={label} help={help} fault={faultOf(result, name)}>
              {(control) => (
                <input
                  {...control}
                  key={head[name]}
                  name={name}
                  type={type}
                  className="input"
                  defaultValue={typedValue(result, name, head[name] ?? '')}
                />
              )}
            </Field>
          ))}
          <p className="field">
            <label>
              <input type="checkbox" name="sealed" value="yes" defaultChecked={head.sealed} /> 加盖印章（留出用印位置）
            </label>
          </p>
          <SendButton>保存文件要素</SendButton>
        </>
      )}
    </ActionForm>
  )
}
