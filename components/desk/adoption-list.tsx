'use client'
import { useState } from 'react'
import type { AdoptionWords } from '@/components/items/words'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { TextArea } from '@/components/ui/text-area'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { kindName } from '@/lib/domain/adoptions/kinds'
import type { FormAction } from '@/lib/domain/base/result'

type Props = {
  userId: string
  action: FormAction
  formKey: string
  adoptions: readonly (AdoptionWords & { evidence?: string | null })[]
  /** The address of this page, to which `revoke=…` is added: the link works before scripts have loaded. */
  address: string
  chosen?: string
  blocked?: string
}

/** The adoptions in force. One at a time opens for 撤销, with the reason; it is one form, so what it did stays said. */
export function AdoptionList({ userId, action, formKey, adoptions, address, chosen, blocked }: Props) {
  const [open, setOpen] = useState(chosen)
  return (
    <KeptForm
      userId={userId}
      subject={open === undefined || blocked ? null : `revoke:${open}`}
      action={action}
      formKey={formKey}
      schema={async () => (await import('@/lib/schemas/adoptions')).revokeSchema}
      stored={{ reason: '' }}
      clears
    >
      {(form) => (
        <>
          {adoptions.length === 0 && <p className="text-sm text-second">还没有登记采用。</p>}
          <List small>
            {adoptions.map((adoption) => (
              <li key={adoption.id}>
                <div className="flex justify-between gap-4">
                  <span>
                    {adoptionInWords(adoption)}
                    {adoption.evidence && `；依据：${adoption.evidence}`}
                  </span>
                  {open !== adoption.id && !blocked && (
                    <span className="flex-none">
                      <Link
                        kind="quiet"
                        href={`${address}revoke=${adoption.id}#adoptions`}
                        aria-label={`撤销${kindName(adoption.kind)}`}
                        onClick={(event) => {
                          event.preventDefault()
                          setOpen(adoption.id)
                        }}
                      >
                        撤销
                      </Link>
                    </span>
                  )}
                </div>
                {open === adoption.id && !blocked && (
                  <div className="pt-2">
                    <Fields small>
                      <input type="hidden" name="adoptionId" value={adoption.id} />
                      <TextArea
                        {...form.field('reason')}
                        of="revoke"
                        label="撤销原因"
                        help="撤销后不再计分，记录保留。"
                        rows={2}
                        autoFocus
                      />
                      <div>
                        <SendButton kind="warning" small>
                          撤销采用
                        </SendButton>
                      </div>
                    </Fields>
                  </div>
                )}
              </li>
            ))}
          </List>
          {blocked && adoptions.length > 0 && <p className="text-sm text-second">{blocked}</p>}
        </>
      )}
    </KeptForm>
  )
}
