'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'
import type { CheckReport } from '@/lib/domain/checking/report'
import { Report } from './report'

/** A document and what the check found in it. */
export type Checked = { name: string; report: CheckReport }

const ACCEPTED = '.txt,.docx,.csv,.xlsx'

/** 核对: a file, several, or pasted text; what was found stands below. */
export function CheckForm({ action, formKey }: { action: FormAction; formKey: string }) {
  return (
    <ActionForm action={action} formKey={formKey} refresh={false}>
      {(result) => (
        <>
          <Field
            name="files"
            label="通报文件"
            help="可选 Word 文档（.docx）、纯文本（.txt）、表格（.csv、.xlsx）；表格可一次选多个。"
            fault={faultOf(result, 'files')}
          >
            {(control) => <input {...control} name="files" type="file" multiple accept={ACCEPTED} className="input" />}
          </Field>
          <Field
            name="text"
            label="或者粘贴全文"
            help="从 Word、WPS 中全选复制，表格一并粘贴。"
            fault={faultOf(result, 'text')}
          >
            {(control) => (
              <textarea {...control} name="text" rows={6} className="input" defaultValue={typedValue(result, 'text')} />
            )}
          </Field>
          <SendButton>核对</SendButton>
          <div role="status">
            {result.status === 'done' &&
              (result.data as Checked[]).map(({ name, report }) => (
                <section key={name} className="check-result">
                  <h2>{name}</h2>
                  <Report report={report} title="核对结果" />
                </section>
              ))}
          </div>
        </>
      )}
    </ActionForm>
  )
}
