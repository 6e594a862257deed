'use client'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { TextArea } from '@/components/ui/text-area'
import type { Result } from '@/lib/domain/base/result'
import type { Reason } from '@/lib/domain/desk/reason'
import { ReasonFields } from '../reason-fields'
import type { ReadingItem } from './types'

type Props = {
  userId: string
  verb: 'send_back' | 'not_used'
  title: string
  item: Pick<ReadingItem, 'id' | 'version'>
  reasons: readonly Reason[]
  send: (fields: Record<string, string>) => Promise<Result>
  onClose: () => void
}

const ASKED = {
  send_back: {
    help: '报送单位会看到这段话；重新报送之前不计入报送条数。',
    schema: async () => (await import('@/lib/schemas/items')).sendBackSchema,
  },
  not_used: {
    help: '报送单位会看到；仍计入报送条数。',
    schema: async () => (await import('@/lib/schemas/items')).notUsedSchema,
  },
} as const

/** The reason of a verdict. What was typed is kept until it was taken, and is the same on the item's own page. */
export function ReasonAnswer({ userId, verb, title, item, reasons, send, onClose }: Props) {
  const { help, schema } = ASKED[verb]
  return (
    <KeptForm
      userId={userId}
      subject={`${verb}:${item.id}`}
      // Each press of the desk has a key of its own.
      action={(_previous, data) => send({ reasonId: textIn(data, 'reasonId'), reason: textIn(data, 'reason') })}
      formKey=""
      schema={schema}
      stored={{ reasonId: '', reason: '' }}
      onDone={onClose}
    >
      {(form) => (
        <Fields small>
          <input type="hidden" name="id" value={item.id} />
          <input type="hidden" name="version" value={item.version} />
          {verb === 'not_used' ? (
            <ReasonFields verb={verb} reasons={reasons} form={form} help={help} />
          ) : (
            <TextArea {...form.field('reason')} label="退回原因" help={help} autoFocus />
          )}
          <Actions>
            <SendButton kind="warning">{title}</SendButton>
            <Button onClick={onClose}>取消</Button>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}

function textIn(data: FormData, name: string): string {
  return String(data.get(name) ?? '')
}
