'use client'
import { Actions } from '@/components/ui/actions'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Input } from '@/components/ui/input'
import { List } from '@/components/ui/list'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'
import { SOURCES_MOST } from '@/lib/domain/texts/text'

type Props = {
  userId: string
  action: FormAction
  formKey: string
  /** What was chosen on the desk, in the order of the list. */
  chosen: readonly { ref: string; unit: string; title: string }[]
}

/** 合并为综合: the title, and the items by number. */
export function MergeForm({ chosen, ...props }: Props) {
  const refs = chosen.map(({ ref }) => ref)
  return (
    <KeptForm
      {...props}
      subject={`merge:${refs.join('+') || 'new'}`}
      schema={async () => (await import('@/lib/schemas/texts')).mergeSchema}
      stored={{ title: '', items: refs.join('\n') }}
      clears
    >
      {(form) => (
        <Fields>
          {chosen.length > 0 && (
            <List kind="points" aria-label="所选的信息">
              {chosen.map(({ ref, unit, title }) => (
                <li key={ref}>
                  {title}
                  <p className="text-sm text-second">
                    {unit}，{ref}
                  </p>
                </li>
              ))}
            </List>
          )}
          <Input {...form.field('title')} label="综合的标题" />
          <TextArea
            {...form.field('items')}
            label="信息编号"
            help={`一行一个，2 至 ${SOURCES_MOST} 条；正文按此顺序依次列入，前面标明单位。`}
            rows={4}
          />
          <Actions>
            <SendButton>合并为综合</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}
