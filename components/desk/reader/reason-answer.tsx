'use client'
import { type FormEvent, useState } from 'react'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { Fields } from '@/components/ui/fields'
import { Faults } from '@/components/ui/form/faults'
import { TextArea } from '@/components/ui/text-area'
import { IDLE, type Result } from '@/lib/domain/base/result'
import type { Reason } from '@/lib/domain/desk/reason'
import { ReasonFields } from '../reason-fields'

type Props = {
  verb: 'send_back' | 'not_used'
  title: string
  reasons: readonly Reason[]
  send: (fields: Record<string, string>) => Promise<Result>
  onClose: () => void
}

const HELP = {
  send_back: '报送单位会看到这段话；重新报送之前不计入报送条数。',
  not_used: '报送单位会看到；仍计入报送条数。',
} as const

/** The reason of a verdict. What was typed stays until it was taken. */
export function ReasonAnswer({ verb, title, reasons, send, onClose }: Props) {
  const [result, setResult] = useState<Result>(IDLE)
  const [sending, setSending] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const typed = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])
    const answer = await send(Object.fromEntries(typed))
    setSending(false)
    if (answer.status === 'done') onClose()
    else setResult(answer)
  }
  return (
    <form onSubmit={submit}>
      <Faults result={result} />
      <Fields small>
        {verb === 'not_used' ? (
          <ReasonFields verb={verb} reasons={reasons} result={result} help={HELP[verb]} />
        ) : (
          <TextArea
            name="reason"
            label="退回原因"
            help={HELP[verb]}
            fault={result.status === 'fault' && result.fields.reason}
            autoFocus
          />
        )}
        <Actions>
          <Button type="submit" kind="warning" working={sending}>
            {title}
          </Button>
          <Button onClick={onClose}>取消</Button>
        </Actions>
      </Fields>
    </form>
  )
}
