'use client'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { InputField, SelectField } from '@/components/ui/form/inputs'
import type { FormAction, Result } from '@/lib/domain/base/result'
import type { Writable } from '@/lib/domain/rules/writable'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import { RULE_FOR } from '@/lib/schemas/rules'

type Props = {
  action: FormAction
  formKey: string
  groups: readonly { group: string; lines: readonly Pick<Writable, 'line' | 'name'>[] }[]
  /** From which a line may hold, and the one that is offered first. */
  quarters: readonly Quarter[]
  quarter: Quarter
  /** Names to choose from; another one may be typed. */
  publications: readonly string[]
}

const FIRST = { value: '', name: '请选择' }

/** 新的规定: one line of the rule book. One plain form for every kind of line, so that it works without scripts. */
export function RuleForm({ action, formKey, groups, quarters, quarter, publications }: Props) {
  const options = [
    FIRST,
    ...groups.map(({ group, lines }) => ({
      label: group,
      options: lines.map(({ line, name }) => ({ value: line, name })),
    })),
  ]
  return (
    <ActionForm action={action} formKey={formKey} className="rule-form">
      {(result) => (
        <>
          <DoneNote result={result} />
          <SelectField
            name="line"
            label="规定的内容"
            help="选定一项，再填写与它有关的各栏。"
            options={options}
            result={result}
          />
          <div className="two-fields">
            <SelectField
              name="for"
              label="适用于"
              options={Object.entries(RULE_FOR).map(([value, name]) => ({ value, name }))}
              result={result}
            />
            <SelectField
              name="validFrom"
              label="开始执行的季度"
              options={quarters.map((value) => ({ value, name: quarterName(value) }))}
              otherwise={quarter}
              result={result}
            />
          </div>
          <div className="two-fields">
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
          </div>
          <datalist id="publications">
            {publications.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <InputField
            name="source"
            label="依据文件（可不填）"
            help="文件名称或文号，最多 200 字。"
            autoComplete="off"
            result={result}
          />
          <Ended result={result} />
          <SendButton>写入计分办法</SendButton>
        </>
      )}
    </ActionForm>
  )
}

function Ended({ result }: { result: Result }) {
  const fault = faultOf(result, 'ended')
  return (
    <div className={`field ${fault ? 'field-faulty' : ''}`}>
      {fault && (
        <div id="fault-ended" className="field-fault">
          {fault}
        </div>
      )}
      <label>
        <input
          type="checkbox"
          id="field-ended"
          name="ended"
          value="yes"
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'help-ended fault-ended' : 'help-ended'}
          defaultChecked={typedValue(result, 'ended') === 'yes'}
        />{' '}
        停用
      </label>
      <div id="help-ended" className="field-help">
        刊物采用计分、报送得分的最高和最低分、批示加分、约稿未回复扣分，可以自某季度起停用。
      </div>
    </div>
  )
}
