import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/form/action-form'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import type { FormAction, Result } from '@/lib/domain/base/result'
import { FirstPassword } from './first-password'

type Props = {
  action: FormAction
  formKey: string
  id: string
  /** Said instead of asking, where there is nothing left to ask. */
  settled?: string
  children: (result: Result) => ReactNode
}

/** Asks about one account, or one request for one; once it is done, shows the first password that came of it. */
export function SlipForm({ action, formKey, id, settled, children }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="mb-6">
      {(result) => (
        <>
          <FirstPassword result={result} />
          {result.status === 'done' ? (
            <Link href="/accounts">{result.data ? '已记下，收起' : '收起'}</Link>
          ) : settled ? (
            <p className="text-second">{settled}</p>
          ) : (
            <Note tone="late">
              <input type="hidden" name="id" value={id} />
              {children(result)}
            </Note>
          )}
        </>
      )}
    </ActionForm>
  )
}
