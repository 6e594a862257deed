'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { FileInput } from '@/components/ui/file-input'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { InputField, TextAreaField } from '@/components/ui/form/inputs'
import { LinePlaces } from '@/components/ui/form/line-places'
import type { KindRow } from '@/lib/domain/adoptions/kinds'
import type { FormAction } from '@/lib/domain/base/result'

type Props = { action: FormAction; formKey: string; today: string; kinds: readonly KindRow[] }

/** A list from above: what it is, what holds for lines that do not say it, and the list pasted or as files. */
export function ReceiveForm({ action, formKey, today, kinds }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[48em]">
      {(result) => (
        <Fields>
          <InputField
            autoComplete="off"
            result={result}
            name="name"
            label="清单名称"
            help="例如：市政府办公室9月采用情况。"
          />
          <Choices
            name="kind"
            label="采用类别"
            help="清单中逐条写明的，以写明的为准。"
            fault={faultOf(result, 'kind')}
            columns="two"
          >
            {kinds.map(({ kind, name }) => (
              <Choice
                key={kind}
                type="radio"
                name="kind"
                value={kind}
                label={name}
                defaultChecked={typedValue(result, 'kind') === kind}
              />
            ))}
          </Choices>
          <InputField
            result={result}
            name="adoptedOn"
            type="date"
            label="采用日期（可不填）"
            help="清单中没有逐条写明日期时填写。"
            max={today}
          />
          <Fields columns={2}>
            <InputField autoComplete="off" result={result} name="publication" label="刊物（可不填）" />
            <InputField autoComplete="off" result={result} name="issueNo" label="期号（可不填）" />
          </Fields>
          <div>
            <LinePlaces result={result} />
            <TextAreaField
              result={result}
              name="text"
              label="粘贴清单"
              help="一行一条；从 Word、WPS、Excel 复制的表格连同列名一并粘贴。"
              rows={8}
            />
          </div>
          <FileInput
            name="files"
            label="或者选择文件"
            help="Excel 工作簿（.xlsx）、Word 文档（.docx）、.csv 或文本文件；可一次选多个。"
            multiple
            accept=".xlsx,.docx,.csv,.txt"
            fault={faultOf(result, 'files')}
          />
          <Actions>
            <SendButton>收下清单，逐条比对</SendButton>
          </Actions>
        </Fields>
      )}
    </ActionForm>
  )
}
