'use client'
import { OwnPassword } from '@/components/people/own-password'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'

type Props = { userId: string; action: FormAction; formKey: string; id: string }

/** 解除隔离: it was no secret after all. */
export function LiftForm({ id, ...props }: Props) {
  return (
    <KeptForm
      {...props}
      subject={`lift:${id}`}
      schema={async () => (await import('@/lib/schemas/secrecy')).liftSchema}
      stored={{ reason: '' }}
    >
      {(form) => (
        <Disclosure summary="解除隔离" open={form.unfinished}>
          <input type="hidden" name="id" value={id} />
          <Fields small>
            <TextArea
              {...form.field('reason')}
              of="lift"
              label="解除的原因"
              help="内容和附件恢复原样，各方照常查看和办理。"
            />
            <div className="max-w-[20em]">
              <OwnPassword result={form.result} of="lift" />
            </div>
            <Actions>
              <SendButton kind="plain">解除隔离</SendButton>
            </Actions>
          </Fields>
        </Disclosure>
      )}
    </KeptForm>
  )
}

/** 清除: only on an instruction, after the list of copies was gone through. */
export function PurgeForm({ id, ...props }: Props) {
  return (
    <KeptForm
      {...props}
      subject={`purge:${id}`}
      schema={async () => (await import('@/lib/schemas/secrecy')).purgeSchema}
      stored={{ instruction: '', seen: '' }}
    >
      {(form) => (
        <Disclosure summary="清除" open={form.unfinished}>
          <input type="hidden" name="id" value={id} />
          <Fields small>
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
            <div className="max-w-[20em]">
              <OwnPassword result={form.result} of="purge" />
            </div>
            <Actions>
              <SendButton kind="warning">清除</SendButton>
            </Actions>
          </Fields>
        </Disclosure>
      )}
    </KeptForm>
  )
}
