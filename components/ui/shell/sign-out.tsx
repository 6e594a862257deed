'use client'
import { type ComponentType, type FormEvent, useRef, useState } from 'react'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'
import { Button } from '../button'
import { keptBy } from '../form/kept-by'
import type { KeptHere } from './kept-here'

type Props = { action: FormAction; formKey: string; userId: string }

/**
 * Ends the session: a form, so that it works without scripts and a link can't trigger it. Whoever has typed what the
 * server has not is told first.
 */
export function SignOut({ action, formKey, userId }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const asked = useRef(false)
  const [Asking, setAsking] = useState<ComponentType<KeptHere> | null>(null)

  async function ask(event: FormEvent) {
    if (asked.current || keptBy(userId).length === 0) return
    event.preventDefault()
    const { KeptDialog } = await import('./kept-here')
    setAsking(() => KeptDialog)
  }

  function leave() {
    asked.current = true
    place.current?.querySelector('form')?.requestSubmit()
  }

  return (
    <div ref={place}>
      <ActionForm action={action} formKey={formKey} onSubmit={ask} leave>
        <Button type="submit" kind="quiet" small>
          退出
        </Button>
      </ActionForm>
      {Asking && <Asking userId={userId} onLeave={leave} onClose={() => setAsking(null)} />}
    </div>
  )
}
