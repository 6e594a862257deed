'use client'
import type { ButtonKind } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'

type Draft = { id: string; version: number }

/** One press that moves a draft on or back. */
export function DraftVerb({
  action,
  formKey,
  draft,
  words,
  kind,
}: {
  action: FormAction
  formKey: string
  draft: Draft
  words: string
  kind?: ButtonKind
}) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="version" value={draft.version} />
          <SendButton kind={kind}>{words}</SendButton>
        </>
      )}
    </ActionForm>
  )
}

/** 印发: with faults it asks for the reason that is kept with the notice. */
export function IssueForm({
  action,
  formKey,
  draft,
  faults,
}: {
  action: FormAction
  formKey: string
  draft: Draft
  faults: number
}) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="version" value={draft.version} />
          {faults > 0 && (
            <Field
              name="despite"
              label={`核对有 ${faults} 处不一致，仍要印发的理由`}
              help="理由随印发件保存。"
              fault={faultOf(result, 'despite')}
            >
              {(control) => (
                <textarea
                  {...control}
                  name="despite"
                  rows={2}
                  className="input"
                  defaultValue={typedValue(result, 'despite')}
                />
              )}
            </Field>
          )}
          <p className="text-sm text-second">印发后内容、表格、计分办法和数据摘要即行固定，不能再改。</p>
          <SendButton>印发</SendButton>
        </>
      )}
    </ActionForm>
  )
}

/** Begins a draft; for a correction it asks for the reason. */
export function OpenDraftForm({
  action,
  formKey,
  quarter,
  corrects,
}: {
  action: FormAction
  formKey: string
  quarter: string
  corrects?: string
}) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <input type="hidden" name="quarter" value={quarter} />
          {corrects && (
            <>
              <input type="hidden" name="corrects" value={corrects} />
              <Field name="reason" label="更正原因" help="会写入更正的正文。" fault={faultOf(result, 'reason')}>
                {(control) => (
                  <input {...control} name="reason" className="input" defaultValue={typedValue(result, 'reason')} />
                )}
              </Field>
            </>
          )}
          <SendButton kind={corrects ? 'plain' : 'primary'}>{corrects ? '起草更正' : '起草通报'}</SendButton>
        </>
      )}
    </ActionForm>
  )
}
