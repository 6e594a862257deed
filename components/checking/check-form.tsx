'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Fields } from '@/components/ui/fields'
import { FileInput } from '@/components/ui/file-input'
import { ActionForm, faultOf, SendButton } from '@/components/ui/form/action-form'
import { TextAreaField } from '@/components/ui/form/inputs'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/base/result'
import type { CheckReport } from '@/lib/domain/checking/report'
import { Report } from './report'

/** A document and what the check found in it. */
export type Checked = { name: string; report: CheckReport }

const ACCEPTED = '.txt,.docx,.pdf,.csv,.xlsx'

/** 核对: a file, several, or pasted text; what was found stands below. */
export function CheckForm({ action, formKey }: { action: FormAction; formKey: string }) {
  return (
    <ActionForm action={action} formKey={formKey} refresh={false}>
      {(result) => (
        <>
          <Fields>
            <FileInput
              name="files"
              label="通报文件"
              help="可选 Word 文档（.docx）、PDF、纯文本（.txt）、表格（.csv、.xlsx）；表格可一次选多个。"
              multiple
              accept={ACCEPTED}
              fault={faultOf(result, 'files')}
            />
            <TextAreaField
              result={result}
              name="text"
              label="或者粘贴全文"
              help="从 Word、WPS 中全选复制，表格一并粘贴。"
              rows={6}
            />
            <Choice
              type="checkbox"
              name="system"
              value="yes"
              defaultChecked
              label="同时与本系统的任务、计分办法和条数对照"
              help="核对往年或其他单位的通报，可以不选。"
            />
            <Actions>
              <SendButton>核对</SendButton>
            </Actions>
          </Fields>
          <div role="status" className="mt-6">
            {result.status === 'done' &&
              (result.data as Checked[]).map(({ name, report }) => (
                <Section key={name} title={name} ruled>
                  <Report report={report} title="核对结果" />
                </Section>
              ))}
          </div>
        </>
      )}
    </ActionForm>
  )
}
