'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Input } from '@/components/ui/input'
import type { FormAction } from '@/lib/domain/base/result'

export type NoticeHead = {
  number: string | null
  issuer: string
  addressees: string
  date: string
  copies: string | null
  docOnTargets: string | null
  title: string | null
  mark: string | null
  submissionName: string | null
  adoptionName: string | null
  imprintOffice: string | null
  imprintDate: string | null
  sealed: boolean
}

type Props = {
  userId: string
  action: FormAction
  formKey: string
  draft: { id: string; version: number }
  head: NoticeHead
}

const FIELDS = [
  { name: 'number', label: '发文字号', help: '例如 雁府办发〔2020〕67号', type: 'text' },
  { name: 'date', label: '成文日期', help: '印发当日', type: 'date' },
  { name: 'issuer', label: '发文机关', help: '也是署名', type: 'text' },
  { name: 'addressees', label: '主送机关', help: '以全角冒号结尾', type: 'text' },
  { name: 'copies', label: '抄送机关（可不填）', help: '印在末页版记中', type: 'text' },
  { name: 'docOnTargets', label: '任务文件（可不填）', help: '确定年度任务的文件字号，正文会引用', type: 'text' },
  { name: 'title', label: '标题（可不填）', help: '不填按通报格式；可用【发文机关】【季度】', type: 'text' },
  { name: 'mark', label: '发文机关标志（可不填）', help: '红头文字，不填按通报格式', type: 'text' },
  { name: 'submissionName', label: '报送表名称（可不填）', help: '不填按通报格式', type: 'text' },
  { name: 'adoptionName', label: '采用表名称（可不填）', help: '不填按通报格式', type: 'text' },
  { name: 'imprintOffice', label: '印发机关（可不填）', help: '印在版记中，不填按通报格式', type: 'text' },
  { name: 'imprintDate', label: '印发日期（可不填）', help: '印在版记中，不填为成文日期', type: 'date' },
] as const

/** 文件要素: number, date, signature, addressees, copies, seal. */
export function HeadForm({ draft, head, ...props }: Props) {
  const { number, copies, docOnTargets, sealed, issuer, addressees, date } = head
  const { title, mark, submissionName, adoptionName, imprintOffice, imprintDate } = head
  const stored = {
    ...{ issuer, addressees, date, sealed: sealed ? 'yes' : '' },
    ...{ number: number ?? '', copies: copies ?? '', docOnTargets: docOnTargets ?? '' },
    ...{ title: title ?? '', mark: mark ?? '', submissionName: submissionName ?? '' },
    ...{ adoptionName: adoptionName ?? '', imprintOffice: imprintOffice ?? '', imprintDate: imprintDate ?? '' },
  }
  return (
    <KeptForm
      {...props}
      subject={`notice_head:${draft.id}`}
      schema={async () => (await import('@/lib/schemas/notices')).headSchema}
      stored={stored}
    >
      {(form) => (
        <Fields small>
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="version" value={draft.version} />
          {FIELDS.map(({ name, ...asked }) => (
            <Input key={name} {...form.field(name)} {...asked} />
          ))}
          <Choice type="checkbox" {...form.choice('sealed')} label="加盖印章（留出用印位置）" />
          <Actions>
            <SendButton>保存文件要素</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}
