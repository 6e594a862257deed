'use client'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { Anew } from '@/components/ui/form/anew'
import { DoneNote } from '@/components/ui/form/done'
import type { KindRow } from '@/lib/domain/adoptions/kinds'
import type { FormAction } from '@/lib/domain/base/result'
import { GradeFields } from './grade-fields'

type Props = {
  action: FormAction
  formKey: string
  id: string
  /** How many events by others this page shows. */
  seen: number
  kinds: readonly KindRow[]
  publications: readonly string[]
  today: string
  /** The day of its submission: no adoption is older. */
  firstDay: string
  blocked?: string
}

/** 登记采用: the kind, the day, where it stood. After a success the day stays for the next one. */
export function GradeForm({ action, formKey, id, seen, kinds, publications, today, firstDay, blocked }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          {blocked ? (
            <p className="text-sm text-second">{blocked}</p>
          ) : (
            <>
              <input type="hidden" name="items" value={`${id}:${seen}`} />
              <Anew result={result} />
              <Fields small>
                <GradeFields
                  result={result}
                  kinds={kinds}
                  publications={publications}
                  today={today}
                  firstDay={firstDay}
                />
                <div>
                  <SendButton>登记采用</SendButton>
                </div>
              </Fields>
            </>
          )}
        </>
      )}
    </ActionForm>
  )
}
