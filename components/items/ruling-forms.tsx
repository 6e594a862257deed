'use client'
import type { ReactNode } from 'react'
import { ReasonFields } from '@/components/desk/reason-fields'
import { Actions } from '@/components/ui/actions'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm, type KeptFormLife } from '@/components/ui/form/kept-form'
import type { SchemaLoader } from '@/components/ui/form/use-kept-form'
import { Input } from '@/components/ui/input'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'
import type { Reason } from '@/lib/domain/desk/reason'

type Props = {
  userId: string
  action: FormAction
  formKey: string
  id: string
  version: number
  /** Nothing is asked while this can't be done; what the form did stays said. */
  blocked?: string
}

/** 未采用: with a code, a sentence or both. It still counts. */
export function NotUsedForm({ reasons, ...props }: Props & { reasons: readonly Reason[] }) {
  return (
    <RulingForm
      {...props}
      verb="not_used"
      schema={async () => (await import('@/lib/schemas/items')).notUsedSchema}
      stored={REASON}
      summary="定为未采用"
    >
      {(form) => (
        <>
          <ReasonFields verb="not_used" reasons={reasons} form={form} help="报送单位会看到；仍计入报送条数。" />
          <Actions>
            <SendButton kind="plain">定为未采用</SendButton>
          </Actions>
        </>
      )}
    </RulingForm>
  )
}

/** 重复: with the number of the other item. It no longer counts. */
export function DuplicateForm({ reasons, ...props }: Props & { reasons: readonly Reason[] }) {
  return (
    <RulingForm
      {...props}
      verb="duplicate"
      schema={async () => (await import('@/lib/schemas/items')).duplicateSchema}
      stored={REPETITION}
      summary="定为重复"
    >
      {(form) => (
        <>
          <Input
            {...form.field('of')}
            label="所重复信息的编号"
            help="例如 2026Q4-0007，也可粘贴那条信息的网址。"
            autoComplete="off"
          />
          <ReasonFields
            verb="duplicate"
            reasons={reasons}
            form={form}
            help="报送单位会看到；不再计入报送条数。对方是其他单位的，不透露其编号和标题。"
          />
          <Actions>
            <SendButton kind="warning">定为重复</SendButton>
          </Actions>
        </>
      )}
    </RulingForm>
  )
}

/** 恢复: takes either verdict back. */
export function ReinstateForm(props: Props) {
  return (
    <RulingForm
      {...props}
      verb="reinstate"
      schema={async () => (await import('@/lib/schemas/items')).reinstateSchema}
      stored={{ reason: '' }}
      summary="恢复为已接收"
    >
      {(form) => (
        <>
          <TextArea {...form.field('reason')} of="reinstate" label="说明（可不填）" help="报送单位会看到。" rows={2} />
          <Actions>
            <SendButton kind="plain">恢复</SendButton>
          </Actions>
        </>
      )}
    </RulingForm>
  )
}

const REASON = { reasonId: '', reason: '' }
const REPETITION = { of: '', ...REASON }

type RulingProps<N extends string> = Props & {
  verb: string
  schema: SchemaLoader
  stored: Readonly<Record<N, string>>
  summary: string
  children: (form: KeptFormLife<N>) => ReactNode
}

function RulingForm<N extends string>(props: RulingProps<N>) {
  const { userId, action, formKey, id, version, blocked, verb, schema, stored, summary, children } = props
  return (
    <KeptForm
      userId={userId}
      subject={blocked ? null : `${verb}:${id}`}
      action={action}
      formKey={formKey}
      schema={schema}
      stored={stored}
      clears
    >
      {(form) =>
        !blocked && (
          <Disclosure summary={summary} open={form.unfinished}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <Fields small>{children(form)}</Fields>
          </Disclosure>
        )
      }
    </KeptForm>
  )
}
