'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { FormAction } from '@/lib/domain/base/result'
import { REASON_VERBS, type Reason } from '@/lib/domain/desk/reason'

type Props = { userId: string; action: FormAction; formKey: string; reason?: Reason; nextPosition: number }

const VERBS = Object.entries(REASON_VERBS).map(([value, name]) => ({ value, name }))

/** One reason code, new or to be changed. */
export function ReasonForm({ reason, nextPosition, ...props }: Props) {
  const of = reason?.id ?? 'new'
  return (
    <KeptForm
      {...props}
      subject={`reason_code:${of}`}
      schema={async () => (await import('@/lib/schemas/desk')).reasonSchema}
      stored={{
        words: reason?.words ?? '',
        verb: reason?.verb ?? VERBS[0]?.value ?? '',
        position: String(reason?.position ?? nextPosition),
        retired: reason?.retired ? 'yes' : '',
      }}
      clears={!reason}
      className="max-w-[48em]"
    >
      {(form) => (
        <Fields small>
          <input type="hidden" name="id" value={reason?.id ?? ''} />
          <Input {...form.field('words')} of={of} label="原因" />
          <Fields columns={2} small>
            <Select {...form.field('verb')} of={of} label="用于" options={VERBS} />
            <Input {...form.field('position')} of={of} label="顺序" type="number" min={1} max={99} />
          </Fields>
          {reason && <Choice type="checkbox" {...form.choice('retired')} label="停用（不再供选用）" />}
          <Actions>
            <SendButton kind="plain">{reason ? '保存' : '增加原因'}</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}
