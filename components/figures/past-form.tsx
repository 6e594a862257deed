'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { optionsHtml } from '@/components/ui/form/options'
import type { FormAction, Result } from '@/lib/domain/base/result'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'

type Props = { action: FormAction; formKey: string; quarters: readonly Quarter[] }

/** The tables of an old quarter: which quarter, from which paper, the files. */
export function PastForm({ action, formKey, quarters }: Props) {
  const options = [
    { value: '', name: '请选择' },
    ...quarters.map((quarter) => ({ value: quarter, name: quarterName(quarter) })),
  ]
  return (
    <ActionForm action={action} formKey={formKey} className="past-form">
      {(result) => (
        <>
          <DoneNote result={result} />
          <Field name="quarter" label="季度" help="只列已结束的季度。" fault={faultOf(result, 'quarter')}>
            {(control) => (
              <select
                {...control}
                // React leaves a select as it is when it resets a form; another key draws it anew with what was chosen.
                key={result.status === 'fault' ? JSON.stringify(result.values) : result.status}
                name="quarter"
                className="input"
                dangerouslySetInnerHTML={optionsHtml(options, typedValue(result, 'quarter'))}
              />
            )}
          </Field>
          <Field
            name="source"
            label="来源"
            help="数字取自哪份文件，如文号。排名和通报据此注明。"
            fault={faultOf(result, 'source')}
          >
            {(control) => (
              <input
                {...control}
                name="source"
                className="input"
                autoComplete="off"
                defaultValue={typedValue(result, 'source')}
              />
            )}
          </Field>
          <Field
            name="files"
            label="统计表文件"
            help="报送统计表和采用统计表，部门和镇街都要有：四个 CSV 文件一起选，或者一个含四张表的 Excel 工作簿（.xlsx）。"
            fault={faultOf(result, 'files')}
          >
            {(control) => (
              <>
                <FaultPlaces result={result} />
                <input {...control} name="files" type="file" multiple accept=".csv,.xlsx" className="input" />
              </>
            )}
          </Field>
          <SendButton>录入</SendButton>
        </>
      )}
    </ActionForm>
  )
}

/** Where the faults that the summary lists lead to: to the choice of files, which is what one does next. */
function FaultPlaces({ result }: { result: Result }) {
  if (result.status !== 'fault') return null
  return Object.keys(result.fields)
    .filter((field) => field.startsWith('file-'))
    .map((field) => <span key={field} id={`field-${field}`} />)
}
