'use client'
import { Actions } from '@/components/ui/actions'
import { Fields } from '@/components/ui/fields'
import { FileInput } from '@/components/ui/file-input'
import { ActionForm, faultOf, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { InputField, SelectField } from '@/components/ui/form/inputs'
import { LinePlaces } from '@/components/ui/form/line-places'
import type { FormAction } from '@/lib/domain/base/result'
import { pastFilesInWords } from '@/lib/domain/figures/past'
import type { CategoryRow } from '@/lib/domain/office/category'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'

type Props = {
  action: FormAction
  formKey: string
  categories: readonly CategoryRow[]
  quarters: readonly Quarter[]
}

/** The tables of an old quarter: which quarter, from which paper, the files. */
export function PastForm({ action, formKey, categories, quarters }: Props) {
  const options = [
    { value: '', name: '请选择' },
    ...quarters.map((quarter) => ({ value: quarter, name: quarterName(quarter) })),
  ]
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[36em] mt-6">
      {(result) => (
        <>
          <DoneNote result={result} />
          <Fields>
            <SelectField result={result} name="quarter" label="季度" help="只列已结束的季度。" options={options} />
            <InputField
              result={result}
              name="source"
              label="来源"
              help="数字取自哪份文件，如文号。排名和通报据此注明。"
              autoComplete="off"
            />
            <div>
              <LinePlaces result={result} />
              <FileInput
                name="files"
                label="统计表文件"
                help={pastFilesInWords(categories)}
                fault={faultOf(result, 'files')}
                multiple
                accept=".csv,.xlsx"
              />
            </div>
            <Actions>
              <SendButton>录入</SendButton>
            </Actions>
          </Fields>
        </>
      )}
    </ActionForm>
  )
}
