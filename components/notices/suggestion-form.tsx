'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Input } from '@/components/ui/input'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'

type Props = {
  userId: string
  action: FormAction
  formKey: string
  suggestion?: { id: string; title: string; body: string; retired: boolean }
}

/** One 下步建议 of the office's library, new or to be changed. */
export function SuggestionForm({ suggestion, ...props }: Props) {
  const of = suggestion?.id ?? 'new'
  return (
    <KeptForm
      {...props}
      subject={`suggestion:${of}`}
      schema={async () => (await import('@/lib/schemas/notices')).suggestionSchema}
      stored={{
        title: suggestion?.title ?? '',
        body: suggestion?.body ?? '',
        retired: suggestion?.retired ? 'yes' : '',
      }}
      clears={!suggestion}
    >
      {(form) => (
        <Fields small>
          <input type="hidden" name="id" value={suggestion?.id ?? ''} />
          <Input {...form.field('title')} of={of} label="标题" help="例如（四）加强队伍建设" />
          <TextArea {...form.field('body')} of={of} label="内容" rows={4} />
          {suggestion && <Choice type="checkbox" {...form.choice('retired')} label="停用（不再供选用）" />}
          <Actions>
            <SendButton kind="plain">{suggestion ? '保存' : '加入建议库'}</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}
