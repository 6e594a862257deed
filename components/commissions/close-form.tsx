'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/base/result'

type Props = { action: FormAction; formKey: string; id: string; closed: boolean; open: number }

/** Ends a commission, saying what follows from it. */
export function CloseForm({ action, formKey, id, closed, open }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="mt-6 print:hidden">
      {(result) => (
        <>
          <DoneNote result={result} />
          {!closed && (
            <Section title="结束约稿">
              <p className="mb-4">
                结束后不再接收回复
                {open > 0 ? `，尚未回复的 ${open} 个单位按未回复记。逾期的单位在结束之前仍可回复，按逾期记。` : '。'}
              </p>
              <input type="hidden" name="id" value={id} />
              <SendButton kind="warning">结束约稿</SendButton>
            </Section>
          )}
        </>
      )}
    </ActionForm>
  )
}
