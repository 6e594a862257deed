'use client'
import { Actions } from '@/components/ui/actions'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'

type Props = {
  userId: string
  action: FormAction
  formKey: string
  weeks: readonly { week: string; name: string }[]
  /** The week to begin with, and what stands there. */
  week: string
  words: string
}

/** 报送重点 of this week or one to come, in place of what stands there. */
export function FocusForm({ userId, action, formKey, weeks, week, words }: Props) {
  return (
    <KeptForm
      userId={userId}
      subject="focus"
      action={action}
      formKey={formKey}
      schema={async () => (await import('@/lib/schemas/commissions')).focusSchema}
      stored={{ week, words }}
    >
      {(form) => (
        <Fields>
          <Select
            {...form.field('week')}
            label="哪一周"
            options={weeks.map((one) => ({ value: one.week, name: one.name }))}
          />
          <TextArea
            {...form.field('words')}
            label="报送重点"
            help="一行一个重点。当周起，各单位首页都会看到；再次发布将替换该周已有的内容。"
            rows={6}
          />
          <Actions>
            <SendButton>发布</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}
