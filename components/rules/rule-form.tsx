'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Fields } from '@/components/ui/fields'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { InputField, SelectField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'
import type { CategoryRow } from '@/lib/domain/office/category'
import type { Writable } from '@/lib/domain/rules/writable'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import { ruleFor } from '@/lib/schemas/rules'

type Props = {
  /** Hands back the quarter and the document that were written, for the next line. */
  action: FormAction<{ validFrom: Quarter; source: string }>
  formKey: string
  categories: readonly CategoryRow[]
  groups: readonly { group: string; lines: readonly Pick<Writable, 'line' | 'name'>[] }[]
  /** From which a line may hold, and the one that is offered first. */
  quarters: readonly Quarter[]
  quarter: Quarter
  /** Names to choose from; another one may be typed. */
  publications: readonly string[]
}

const FIRST = { value: '', name: '请选择' }

/** 新的规定: one line of the rule book. One plain form for every kind of line, so that it works without scripts. */
export function RuleForm({ action, formKey, categories, groups, quarters, quarter, publications }: Props) {
  const options = [
    FIRST,
    ...groups.map(({ group, lines }) => ({
      label: group,
      options: lines.map(({ line, name }) => ({ value: line, name })),
    })),
  ]
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[48em]">
      {(result) => (
        <>
          <DoneNote result={result} />
          <Fields>
            <SelectField
              name="line"
              label="规定的内容"
              help="选定一项，再填写与它有关的各栏。"
              options={options}
              result={result}
            />
            <Fields columns={2}>
              <SelectField name="for" label="适用于" options={ruleFor(categories)} result={result} />
              <SelectField
                name="validFrom"
                label="开始执行的季度"
                options={quarters.map((value) => ({ value, name: quarterName(value) }))}
                otherwise={(result.status === 'done' && result.data?.validFrom) || quarter}
                result={result}
              />
            </Fields>
            <Fields columns={2}>
              <InputField
                name="publication"
                label="刊物名称"
                help="只在规定刊物采用计分时填写。"
                list="publications"
                autoComplete="off"
                result={result}
              />
              <InputField
                name="points"
                label="分值"
                help="计分、加分、扣分的填写，最多两位小数。"
                inputMode="decimal"
                autoComplete="off"
                result={result}
              />
            </Fields>
            <InputField
              name="source"
              label="依据文件（可不填）"
              help="文件名称或文号，最多 200 字。写入后留着，供写下一项。"
              otherwise={result.status === 'done' ? result.data?.source : undefined}
              autoComplete="off"
              result={result}
            />
            <Choice
              type="checkbox"
              name="ended"
              value="yes"
              label="停用"
              help="刊物采用计分、报送得分的最高和最低分、批示加分、约稿未回复扣分，可以自某季度起停用。"
              defaultChecked={typedValue(result, 'ended') === 'yes'}
              fault={faultOf(result, 'ended')}
            />
            <Actions>
              <SendButton>写入计分办法</SendButton>
            </Actions>
          </Fields>
          <datalist id="publications">
            {publications.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </ActionForm>
  )
}
