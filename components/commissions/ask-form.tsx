'use client'
import type { ChangeEvent } from 'react'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { SendButton, typedValue } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Input } from '@/components/ui/input'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction, Result } from '@/lib/domain/base/result'
import type { Category, CategoryRow } from '@/lib/domain/office/category'

type Unit = { id: string; name: string; category: Category }
type Props = {
  userId: string
  action: FormAction
  formKey: string
  categories: readonly CategoryRow[]
  units: readonly Unit[]
  today: string
}

/** 约稿: the topic, what is asked, by when, and of whom. */
export function AskForm({ userId, action, formKey, categories, units, today }: Props) {
  return (
    <KeptForm
      userId={userId}
      subject="commission"
      action={action}
      formKey={formKey}
      schema={async () => (await import('@/lib/schemas/commissions')).askSchema}
      stored={{ topic: '', words: '', day: '', time: '18:00' }}
      className="max-w-[48em]"
    >
      {(form) => (
        <Fields>
          <Input {...form.field('topic')} label="约稿主题" />
          <TextArea
            {...form.field('words')}
            label="约稿要求"
            help="写明角度、内容和篇幅；被约单位会看到这段话。"
            rows={5}
          />
          <Fields columns={2}>
            <Input {...form.field('day')} type="date" label="截止日期" min={today} />
            <Input {...form.field('time')} type="time" label="截止时间" />
          </Fields>
          <Units result={form.result} fault={form.fault('units')} categories={categories} units={units} />
          <Actions>
            <SendButton>发出约稿</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}

type UnitsProps = { result: Result; fault?: string } & Pick<Props, 'categories' | 'units'>

function Units({ result, fault, categories, units }: UnitsProps) {
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
