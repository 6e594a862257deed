'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { InputField } from '@/components/ui/form/inputs'
import type { KindRow } from '@/lib/domain/adoptions/kinds'
import type { FormAction, Result } from '@/lib/domain/base/result'

type Props = { action: FormAction; formKey: string; today: string; kinds: readonly KindRow[] }

/** A list from above: what it is, what holds for lines that do not say it, and the list pasted or as files. */
export function ReceiveForm({ action, formKey, today, kinds }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="upper-form">
      {(result) => (
        <>
          <InputField
            autoComplete="off"
            result={result}
            name="name"
            label="清单名称"
            help="例如：市政府办公室9月采用情况。"
          />
          <Kinds result={result} kinds={kinds} />
          <InputField
            result={result}
            name="adoptedOn"
            type="date"
            label="采用日期（可不填）"
            help="清单中没有逐条写明日期时填写。"
            max={today}
          />
          <div className="two-fields">
            <InputField autoComplete="off" result={result} name="publication" label="刊物（可不填）" />
            <InputField autoComplete="off" result={result} name="issueNo" label="期号（可不填）" />
          </div>
          <Field
            name="text"
            label="粘贴清单"
            help="一行一条；从 Word、WPS、Excel 复制的表格连同列名一并粘贴。"
            fault={faultOf(result, 'text')}
          >
            {(control) => (
              <>
                <FaultPlaces result={result} />
                <textarea
                  {...control}
                  name="text"
                  rows={8}
                  className="input"
                  defaultValue={typedValue(result, 'text')}
                />
              </>
            )}
          </Field>
          <Field
            name="files"
            label="或者选择文件"
            help="Excel 工作簿（.xlsx）、Word 文档（.docx）、.csv 或文本文件；可一次选多个。"
            fault={faultOf(result, 'files')}
          >
            {(control) => (
              <input {...control} name="files" type="file" multiple accept=".xlsx,.docx,.csv,.txt" className="input" />
            )}
          </Field>
          <SendButton>收下清单，逐条比对</SendButton>
        </>
      )}
    </ActionForm>
  )
}

function Kinds({ result, kinds }: { result: Result; kinds: readonly KindRow[] }) {
  const fault = faultOf(result, 'kind')
  return (
    <fieldset className={`field ${fault ? 'field-faulty' : ''}`} aria-describedby={fault ? 'fault-kind' : 'help-kind'}>
      <legend>采用类别</legend>
      <div id="help-kind" className="field-help">
        清单中逐条写明的，以写明的为准。
      </div>
      {fault && (
        <div id="fault-kind" className="field-fault">
          {fault}
        </div>
      )}
      <div className="choices">
        {kinds.map(({ kind, name }, i) => (
          <label key={kind}>
            <input
              type="radio"
              name="kind"
              value={kind}
              id={i === 0 ? 'field-kind' : undefined}
              defaultChecked={typedValue(result, 'kind') === kind}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Where the faults of single lines lead to: to the pasted text, which is what one mends next. */
function FaultPlaces({ result }: { result: Result }) {
  if (result.status !== 'fault') return null
  return Object.keys(result.fields)
    .filter((field) => field.startsWith('file-'))
    .map((field) => <span key={field} id={`field-${field}`} />)
}
