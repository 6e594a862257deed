'use client'
import { Button } from '@/components/ui/button'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { Anew } from '@/components/ui/form/anew'
import { DoneHeard, DoneNote } from '@/components/ui/form/done'
import { InputField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'

const VERBS = { up: '上移', down: '下移', remove: '移出', read: '改按新稿对照' } as const

type MovesProps = {
  action: FormAction
  formKey: string
  textId: string
  source: { itemId: string; ref: string }
  verbs: readonly (keyof typeof VERBS)[]
}

/** What may be done to one source. */
export function SourceMoves({ action, formKey, textId, source, verbs }: MovesProps) {
  return (
    <ActionForm action={action} formKey={formKey} className="print:hidden">
      {(result) => (
        <>
          <Anew result={result} />
          <input type="hidden" name="id" value={textId} />
          <input type="hidden" name="itemId" value={source.itemId} />
          <div className="flex flex-wrap gap-2">
            {verbs.map((verb) => (
              <Button
                key={verb}
                type="submit"
                small
                name="verb"
                value={verb}
                aria-label={`${VERBS[verb]}：${source.ref}`}
              >
                {VERBS[verb]}
              </Button>
            ))}
          </div>
          <DoneHeard result={result} />
        </>
      )}
    </ActionForm>
  )
}

/** One more item for a 综合. */
export function AddSource({ action, formKey, textId }: { action: FormAction; formKey: string; textId: string }) {
  return (
    <ActionForm action={action} formKey={formKey} className="pt-4 border-t border-line print:hidden">
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={textId} />
          <Fields small>
            <InputField result={result} name="item" label="加入来稿" help="填信息编号，例如 2026Q4-0007。" />
            <div>
              <SendButton kind="plain">加入</SendButton>
            </div>
          </Fields>
        </>
      )}
    </ActionForm>
  )
}
