'use client'
import type { ChangeEvent } from 'react'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { InputField, TextAreaField } from '@/components/ui/form/inputs'
import type { FormAction, Result } from '@/lib/domain/base/result'
import type { Category, CategoryRow } from '@/lib/domain/office/category'

type Unit = { id: string; name: string; category: Category }
type Props = {
  action: FormAction
  formKey: string
  categories: readonly CategoryRow[]
  units: readonly Unit[]
  today: string
}

/** 约稿: the topic, what is asked, by when, and of whom. */
export function AskForm({ action, formKey, categories, units, today }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[48em]">
      {(result) => (
        <Fields>
          <InputField result={result} name="topic" label="约稿主题" />
          <TextAreaField
            result={result}
            name="words"
            label="约稿要求"
            help="写明角度、内容和篇幅；被约单位会看到这段话。"
            rows={5}
          />
          <Fields columns={2}>
            <InputField result={result} name="day" type="date" label="截止日期" min={today} />
            <InputField result={result} name="time" type="time" label="截止时间" otherwise="18:00" />
          </Fields>
          <Units result={result} categories={categories} units={units} />
          <Actions>
            <SendButton>发出约稿</SendButton>
          </Actions>
        </Fields>
      )}
    </ActionForm>
  )
}

function Units({ result, categories, units }: { result: Result } & Pick<Props, 'categories' | 'units'>) {
  const fault = faultOf(result, 'units')
  return (
    <Fields name="units" fault={fault}>
      {categories.map(({ key, name: whose }) => {
        const own = units.filter((unit) => unit.category === key)
        return (
          <div key={key} onChange={keepTogether}>
            <Choices name={`units-${key}`} label={whose} columns="many">
              <div className="col-span-full mb-1 border-b border-line font-semibold">
                <Tick result={result} name={`all-${key}`} label={`全部${whose}（${own.length}）`} />
              </div>
              {own.map(({ id, name }) => (
                <Tick key={id} result={result} name={`unit-${id}`} label={name} />
              ))}
            </Choices>
          </div>
        )
      })}
    </Fields>
  )
}

function Tick({ result, name, label }: { result: Result; name: string; label: string }) {
  return (
    <Choice type="checkbox" name={name} value="yes" label={label} defaultChecked={typedValue(result, name) === 'yes'} />
  )
}

/** 全部 ticks and clears every unit of its category, and follows them. Without scripts it stands for all of them. */
function keepTogether(event: ChangeEvent<HTMLElement>): void {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
  const [all, ...each] = boxes
  if (!all) return
  if ((event.target as EventTarget) === all) for (const box of each) box.checked = all.checked
  else all.checked = each.every((box) => box.checked)
}
