'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'
import { OWN_FIGURES } from '@/lib/domain/notices/own-figure'

type Props = { action: FormAction; formKey: string }

/** The office sets the last day of the window. */
export function WindowForm({ action, formKey, quarter, today }: Props & { quarter: string; today: string }) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="quarter" value={quarter} />
          <Field
            name="until"
            label="异议截止日期"
            help="当日 18:00 截止，期间不能印发。"
            fault={faultOf(result, 'until')}
          >
            {(control) => (
              <input
                {...control}
                name="until"
                type="date"
                min={today}
                className="input"
                defaultValue={typedValue(result, 'until')}
              />
            )}
          </Field>
          <SendButton kind="plain">开放异议期</SendButton>
        </>
      )}
    </ActionForm>
  )
}

/** A unit names the count and says what is wrong with it. */
export function RaiseForm({
  action,
  formKey,
  quarter,
  printed,
}: Props & { quarter: string; printed: Readonly<Record<string, string>> }) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="quarter" value={quarter} />
          <Field name="figure" label="有异议的数据" fault={faultOf(result, 'figure')}>
            {(control) => (
              <select {...control} name="figure" className="input" defaultValue={typedValue(result, 'figure')}>
                {OWN_FIGURES.map((figure) => (
                  <option key={figure} value={figure}>
                    {figure}：现计 {printed[figure]} 条
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            name="said"
            label="异议内容"
            help="写明应计多少条，依据是哪条信息、哪期刊物。"
            fault={faultOf(result, 'said')}
          >
            {(control) => (
              <textarea {...control} name="said" rows={4} className="input" defaultValue={typedValue(result, 'said')} />
            )}
          </Field>
          <SendButton>提出异议</SendButton>
        </>
      )}
    </ActionForm>
  )
}

/** The office's answer, once. */
export function AnswerForm({ action, formKey, id }: Props & { id: string }) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={id} />
          <Field name="outcome" label="处理结果" fault={faultOf(result, 'outcome')}>
            {(control) => (
              <select {...control} name="outcome" className="input" defaultValue={typedValue(result, 'outcome')}>
                <option value="kept">维持原计数</option>
                <option value="changed">已更改计数</option>
              </select>
            )}
          </Field>
          <Field
            name="answer"
            label="答复"
            help="更改计数的，请先在采编台登记或撤销采用。"
            fault={faultOf(result, 'answer')}
          >
            {(control) => (
              <textarea
                {...control}
                name="answer"
                rows={3}
                className="input"
                defaultValue={typedValue(result, 'answer')}
              />
            )}
          </Field>
          <SendButton>答复</SendButton>
        </>
      )}
    </ActionForm>
  )
}
