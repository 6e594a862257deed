'use client'
import type { ReactNode } from 'react'
import { OwnPassword } from '@/components/people/own-password'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm, type KeptFormLife } from '@/components/ui/form/kept-form'
import type { SchemaLoader } from '@/components/ui/form/use-kept-form'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'

type Props = { userId: string; action: FormAction; formKey: string; id: string }

/** 解除隔离: it was no secret after all. */
export function LiftForm(props: Props) {
  return (
    <EndForm
      {...props}
      of="lift"
      verb="解除隔离"
      schema={async () => (await import('@/lib/schemas/secrecy')).liftSchema}
      stored={{ reason: '' }}
    >
      {(form) => (
        <TextArea
          {...form.field('reason')}
          of="lift"
          label="解除的原因"
          help="内容和附件恢复原样，各方照常查看和办理。"
        />
      )}
    </EndForm>
  )
}

/** 清除: only on an instruction, after the list of copies was gone through. */
export function PurgeForm(props: Props) {
  return (
    <EndForm
      {...props}
      of="purge"
      verb="清除"
      warns
      schema={async () => (await import('@/lib/schemas/secrecy')).purgeSchema}
      stored={{ instruction: '', seen: '' }}
    >
      {(form) => (
        <>
          <TextArea
            {...form.field('instruction')}
            of="purge"
            label="保密办的要求"
            help="文号、日期和经办人。没有书面要求不得清除：原件可能是证据。"
          />
          <Choice
            type="checkbox"
            {...form.choice('seen')}
            label="已核对上列存放处，知道清除后不能恢复"
            fault={form.fault('seen')}
          />
        </>
      )}
    </EndForm>
  )
}

type EndProps<N extends string> = Props & {
  of: string
  verb: string
  warns?: boolean
  schema: SchemaLoader
  stored: Record<N, string>
  /** What this way of ending asks. */
  children: (form: KeptFormLife<N>) => ReactNode
}

/** How an isolation ends, folded until somebody means it; after the own password. */
function EndForm<N extends string>({ id, of, verb, warns = false, children, ...props }: EndProps<N>) {
  return (
    <KeptForm<N> {...props} subject={`${of}:${id}`}>
      {(form) => (
        <Disclosure summary={verb} open={form.unfinished}>
          <input type="hidden" name="id" value={id} />
          <Fields small>
            {children(form)}
            <div className="max-w-[20em]">
              <OwnPassword result={form.result} of={of} />
            </div>
            <Actions>
              <SendButton kind={warns ? 'warning' : 'plain'}>{verb}</SendButton>
            </Actions>
          </Fields>
        </Disclosure>
      )}
    </KeptForm>
  )
}
