'use client'
import { type FormEvent, useState } from 'react'
import { ReasonFields } from '@/components/desk/reason-fields'
import { Field } from '@/components/ui/field'
import { Faults } from '@/components/ui/form/faults'
import { IDLE, type Result } from '@/lib/domain/base/result'
import type { Reason } from '@/lib/domain/desk/reason'
import { ReaderDialog as Dialog } from './dialog'
import type { ReadingItem } from './types'

type Props = {
  verb: 'send_back' | 'not_used'
  item: ReadingItem
  reasons: readonly Reason[]
  send: (fields: Record<string, string>) => Promise<Result>
  onClose: () => void
}

const WORDS = {
  send_back: { title: '退回', help: '报送单位会看到这段话；重新报送之前不计入报送条数。' },
  not_used: { title: '定为未采用', help: '报送单位会看到；仍计入报送条数。' },
} as const

/** 退回 and 未采用 with their reason. What was typed stays until it was taken. */
export function ReasonDialog({ verb, item, reasons, send, onClose }: Props) {
  const [result, setResult] = useState<Result>(IDLE)
  const [sending, setSending] = useState(false)
  const { title, help } = WORDS[verb]
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const typed = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    )
    const answer = await send(typed)
    setSending(false)
    if (answer.status === 'done') onClose()
    else setResult(answer)
  }
  const fault = result.status === 'fault' ? result.fields.reason : undefined
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="desk-dialog-item">{item.title}</p>
      <form onSubmit={submit}>
        <Faults result={result} />
        {verb === 'not_used' ? (
          <ReasonFields verb={verb} reasons={reasons} result={result} help={help} />
        ) : (
          <Field name="reason" label="退回原因" help={help} fault={fault}>
            {(control) => <textarea {...control} name="reason" rows={3} className="input" autoFocus />}
          </Field>
        )}
        <p className="desk-dialog-ways">
          <button type="submit" className="button button-warning" aria-disabled={sending}>
            {sending ? '正在提交…' : title}
          </button>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
        </p>
      </form>
    </Dialog>
  )
}
