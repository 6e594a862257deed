'use client'
import { useState } from 'react'
import type { AdoptionWords } from '@/components/items/words'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { kindName } from '@/lib/domain/adoptions/kinds'
import type { FormAction } from '@/lib/domain/base/result'

type Props = {
  action: FormAction
  formKey: string
  adoptions: readonly (AdoptionWords & { evidence?: string | null })[]
  /** The address of this page, to which `revoke=…` is added: the link works before scripts have loaded. */
  address: string
  chosen?: string
  blocked?: string
}

/** The adoptions in force. One at a time opens for 撤销, with the reason; it is one form, so what it did stays said. */
export function AdoptionList({ action, formKey, adoptions, address, chosen, blocked }: Props) {
  const [open, setOpen] = useState(chosen)
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          {adoptions.length === 0 && <p className="blocked">还没有登记采用。</p>}
          <ul className="adoptions">
            {adoptions.map((adoption) => (
              <li key={adoption.id}>
                <div>
                  <span>
                    {adoptionInWords(adoption)}
                    {adoption.evidence && `；依据：${adoption.evidence}`}
                  </span>
                  {open !== adoption.id && !blocked && (
                    <a
                      href={`${address}revoke=${adoption.id}#adoptions`}
                      aria-label={`撤销${kindName(adoption.kind)}`}
                      onClick={(event) => {
                        event.preventDefault()
                        setOpen(adoption.id)
                      }}
                    >
                      撤销
                    </a>
                  )}
                </div>
                {open === adoption.id && !blocked && (
                  <>
                    <input type="hidden" name="adoptionId" value={adoption.id} />
                    <Field
                      name="reason"
                      label="撤销原因"
                      help="撤销后不再计分，记录保留。"
                      fault={faultOf(result, 'reason')}
                    >
                      {(control) => (
                        <textarea
                          {...control}
                          name="reason"
                          rows={2}
                          className="input"
                          // biome-ignore lint/a11y/noAutofocus: it was opened to be written in
                          autoFocus
                          defaultValue={typedValue(result, 'reason')}
                        />
                      )}
                    </Field>
                    <SendButton kind="warning" small>
                      撤销采用
                    </SendButton>
                  </>
                )}
              </li>
            ))}
          </ul>
          {blocked && adoptions.length > 0 && <p className="blocked">{blocked}</p>}
        </>
      )}
    </ActionForm>
  )
}
