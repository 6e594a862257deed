'use client'
import { Actions } from '@/components/ui/actions'
import type { ButtonKind } from '@/components/ui/button'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Input } from '@/components/ui/input'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'

type Draft = { id: string; version: number }
type Props = { action: FormAction; formKey: string }

/** One press that moves a draft on or back. */
export function DraftVerb({
  action,
  formKey,
  draft,
  words,
  kind,
}: Props & { draft: Draft; words: string; kind?: ButtonKind }) {
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
export function IssueForm({ draft, faults, ...props }: Props & { userId: string; draft: Draft; faults: number }) {
  return (
    <KeptForm
      {...props}
      subject={`issue:${draft.id}`}
      schema={async () => (await import('@/lib/schemas/notices')).issueSchema}
      stored={{ despite: '' }}
    >
      {(form) => (
        <Fields small>
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="version" value={draft.version} />
          {faults > 0 && (
            <TextArea
              {...form.field('despite')}
              label={`核对有 ${faults} 处不一致，仍要印发的理由`}
              help="理由随印发件保存。"
              rows={2}
            />
          )}
          <p className="text-sm text-second">印发后内容、表格、计分办法和数据摘要即行固定，不能再改。</p>
          <Actions>
            <SendButton>印发</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}

type CorrectionProps = Props & { userId: string; quarter: string; corrects: string }

/** Begins the draft of a correction, with the reason. */
export function OpenCorrectionForm({ quarter, corrects, ...props }: CorrectionProps) {
  return (
    <KeptForm
      {...props}
      subject={`correction:${corrects}`}
      schema={async () => (await import('@/lib/schemas/notices')).openDraftSchema}
      stored={{ reason: '' }}
    >
      {(form) => (
        <Fields small>
          <input type="hidden" name="quarter" value={quarter} />
          <input type="hidden" name="corrects" value={corrects} />
          <Input {...form.field('reason')} label="更正原因" help="会写入更正的正文。" />
          <Actions>
            <SendButton kind="plain">起草更正</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}
