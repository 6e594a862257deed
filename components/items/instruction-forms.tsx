'use client'
import { Actions } from '@/components/ui/actions'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'
import { INSTRUCTION_LEVELS } from '@/lib/domain/items/instruction'

type Props = { userId: string; action: FormAction; formKey: string }
type RecordProps = Props & { id: string; today: string; firstDay: string; blocked?: string }

const LEVELS = Object.entries(INSTRUCTION_LEVELS).map(([value, name]) => ({ value, name }))

/** 登记批示: who, when, the text, by when feedback is due. */
export function InstructionForm({ id, today, firstDay, blocked, ...props }: RecordProps) {
  return (
    <KeptForm
      {...props}
      subject={blocked ? null : `instruction:${id}`}
      schema={async () => (await import('@/lib/schemas/items')).instructionSchema}
      stored={{ level: LEVELS[0]?.value ?? '', givenOn: today, feedbackDue: '', words: '' }}
      clears
    >
      {(form) =>
        blocked ? (
          <p className="text-sm text-second">{blocked}</p>
        ) : (
          <Disclosure summary="登记批示" open={form.unfinished}>
            <input type="hidden" name="id" value={id} />
            <Fields small>
              <Select {...form.field('level')} label="批示领导层级" options={LEVELS} />
              <Fields columns={2} small>
                <Input {...form.field('givenOn')} type="date" label="批示日期" min={firstDay} max={today} />
                <Input {...form.field('feedbackDue')} type="date" label="反馈期限（可不填）" min={firstDay} />
              </Fields>
              <TextArea {...form.field('words')} label="批示内容" help="报送单位会看到。" />
              <Actions>
                <SendButton kind="plain">登记批示</SendButton>
              </Actions>
            </Fields>
          </Disclosure>
        )
      }
    </KeptForm>
  )
}

type OneProps = Props & { instructionId: string; today: string; givenOn: string }

/** 登记反馈, once. */
export function FeedbackForm({ instructionId, today, givenOn, ...props }: OneProps) {
  return (
    <KeptForm
      {...props}
      subject={`feedback:${instructionId}`}
      schema={async () => (await import('@/lib/schemas/items')).feedbackSchema}
      stored={{ feedbackOn: today, feedback: '' }}
      clears
    >
      {(form) => (
        <Disclosure summary="登记反馈" open={form.unfinished}>
          <input type="hidden" name="instructionId" value={instructionId} />
          <Fields small>
            <Input
              {...form.field('feedbackOn')}
              type="date"
              of={instructionId}
              label="反馈日期"
              min={givenOn}
              max={today}
            />
            <TextArea {...form.field('feedback')} of={instructionId} label="反馈情况" />
            <Actions>
              <SendButton kind="plain">登记反馈</SendButton>
            </Actions>
          </Fields>
        </Disclosure>
      )}
    </KeptForm>
  )
}

/** 撤销批示, with the reason. */
export function RevokeInstructionForm({ instructionId, ...props }: Props & { instructionId: string }) {
  return (
    <KeptForm
      {...props}
      subject={`revoke_instruction:${instructionId}`}
      schema={async () => (await import('@/lib/schemas/items')).revokeInstructionSchema}
      stored={{ reason: '' }}
      clears
    >
      {(form) => (
        <Disclosure summary="撤销批示" open={form.unfinished}>
          <input type="hidden" name="instructionId" value={instructionId} />
          <Fields small>
            <TextArea
              {...form.field('reason')}
              of={`revoke-${instructionId}`}
              label="撤销原因"
              help="记录保留，不再显示。"
            />
            <Actions>
              <SendButton kind="warning">撤销批示</SendButton>
            </Actions>
          </Fields>
        </Disclosure>
      )}
    </KeptForm>
  )
}
