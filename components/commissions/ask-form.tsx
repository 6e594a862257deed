'use client'
import type { ChangeEvent, ReactNode } from 'react'
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
    <ActionForm action={action} formKey={formKey} className="ask-form">
      {(result) => (
        <>
          <InputField result={result} name="topic" label="约稿主题" />
          <TextAreaField
            result={result}
            name="words"
            label="约稿要求"
            help="写明角度、内容和篇幅；被约单位会看到这段话。"
            rows={5}
          />
          <div className="two-fields">
            <InputField result={result} name="day" type="date" label="截止日期" min={today} />
            <InputField result={result} name="time" type="time" label="截止时间" otherwise="18:00" />
          </div>
          <Units result={result} categories={categories} units={units} />
          <SendButton>发出约稿</SendButton>
        </>
      )}
    </ActionForm>
  )
}

function Units({ result, categories, units }: { result: Result } & Pick<Props, 'categories' | 'units'>) {
  const fault = faultOf(result, 'units')
  return (
    <div className={fault ? 'field-faulty' : undefined} id="field-units">
      {fault && <p className="field-fault">{fault}</p>}
      {categories.map(({ key, name: whose }) => {
        const own = units.filter((unit) => unit.category === key)
        return (
          <fieldset key={key} className="field" onChange={keepTogether}>
            <legend>{whose}</legend>
            <Tick result={result} name={`all-${key}`} className="choice font-semibold">
              全部{whose}（{own.length}）
            </Tick>
            <div className="unit-choices">
              {own.map(({ id, name }) => (
                <Tick key={id} result={result} name={`unit-${id}`} className="choice">
                  {name}
                </Tick>
              ))}
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}

type TickProps = { result: Result; name: string; className: string; children: ReactNode }

function Tick({ result, name, className, children }: TickProps) {
  return (
    <label className={className}>
      <input type="checkbox" name={name} value="yes" defaultChecked={typedValue(result, name) === 'yes'} />
      {children}
    </label>
  )
}

/** 全部 ticks and clears every unit of its category, and follows them. Without scripts it stands for all of them. */
function keepTogether(event: ChangeEvent<HTMLFieldSetElement>): void {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
  const [all, ...each] = boxes
  if (!all) return
  if ((event.target as EventTarget) === all) for (const box of each) box.checked = all.checked
  else all.checked = each.every((box) => box.checked)
}
