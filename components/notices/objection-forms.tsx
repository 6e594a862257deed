'use client'
import { Actions } from '@/components/ui/actions'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { InputField } from '@/components/ui/form/inputs'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'
import { OWN_FIGURES } from '@/lib/domain/notices/own-figure'
import { answerSchema, raiseSchema } from '@/lib/schemas/notices'

type Props = { action: FormAction; formKey: string }
type KeptProps = Props & { userId: string }

/** The office sets the last day of the window. */
export function WindowForm({
  action,
  formKey,
  quarter,
  today,
  summary,
}: Props & { quarter: string; today: string; summary: string }) {
  return (
    <Disclosure summary={summary}>
      <ActionForm action={action} formKey={formKey}>
        {(result) => (
          <Fields small>
            <DoneNote result={result} />
            <input type="hidden" name="quarter" value={quarter} />
            <InputField
              result={result}
              name="until"
              label="异议截止日期"
              help="当日 18:00 截止，期间不能印发。"
              type="date"
              min={today}
            />
            <Actions>
              <SendButton kind="plain">开放异议期</SendButton>
            </Actions>
          </Fields>
        )}
      </ActionForm>
    </Disclosure>
  )
}

type RaiseProps = KeptProps & { quarter: string; printed: Readonly<Record<string, string>> }

/** A unit names the count and says what is wrong with it. */
export function RaiseForm({ quarter, printed, ...props }: RaiseProps) {
  const options = OWN_FIGURES.map((figure) => ({ value: figure, name: `${figure}：现计 ${printed[figure]} 条` }))
  return (
    <KeptForm
      {...props}
      subject={`objection:${quarter}`}
      schema={raiseSchema}
      stored={{ figure: OWN_FIGURES[0], said: '' }}
      clears
    >
      {(form) => (
        <Fields>
          <input type="hidden" name="quarter" value={quarter} />
          <Select {...form.field('figure')} label="有异议的数据" options={options} />
          <TextArea
            {...form.field('said')}
            label="异议内容"
            help="写明应计多少条，依据是哪条信息、哪期刊物。"
            rows={4}
          />
          <Actions>
            <SendButton>提出异议</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}

const OUTCOMES = [
  { value: 'kept', name: '维持原计数' },
  { value: 'changed', name: '已更改计数' },
]

/** The office's answer, once. */
export function AnswerForm({ id, ...props }: KeptProps & { id: string }) {
  return (
    <KeptForm
      {...props}
      subject={`objection_answer:${id}`}
      schema={answerSchema}
      stored={{ outcome: 'kept', answer: '' }}
      clears
    >
      {(form) => (
        <Fields>
          <input type="hidden" name="id" value={id} />
          <Select {...form.field('outcome')} of={id} label="处理结果" options={OUTCOMES} />
          <TextArea
            {...form.field('answer')}
            of={id}
            label="答复"
            help="更改计数的，请先在采编台登记或撤销采用。"
            rows={3}
          />
          <Actions>
            <SendButton>答复</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}
