import type { ComponentProps } from 'react'
import type { Result } from '@/lib/domain/base/result'
import { Input } from '../input'
import { Select } from '../select'
import { TextArea } from '../text-area'
import { faultOf, typedValue } from './action-form'

/** What every question of an action's form has. */
type Bound = {
  /** The answer of the form's action: what was typed stays after a fault, which is told at its question. */
  result: Result
  name: string
  label: string
  /** What stands there before anybody typed. */
  otherwise?: string
}

type Rest<Piece extends 'input' | 'textarea' | 'select'> = Omit<
  Piece extends 'input'
    ? ComponentProps<typeof Input>
    : Piece extends 'textarea'
      ? ComponentProps<typeof TextArea>
      : ComponentProps<typeof Select>,
  keyof Bound | 'fault' | 'value' | 'defaultValue' | 'aria-label'
>

/** A line, a day, a number. */
export function InputField({ result, otherwise, ...input }: Bound & Rest<'input'>) {
  return (
    <Input {...input} fault={faultOf(result, input.name)} defaultValue={typedValue(result, input.name, otherwise)} />
  )
}

/** Several lines. */
export function TextAreaField({ result, otherwise, ...area }: Bound & Rest<'textarea'>) {
  return (
    <TextArea {...area} fault={faultOf(result, area.name)} defaultValue={typedValue(result, area.name, otherwise)} />
  )
}

/** One of many. */
export function SelectField({ result, otherwise, ...select }: Bound & Rest<'select'>) {
  return (
    <Select
      {...select}
      fault={faultOf(result, select.name)}
      defaultValue={typedValue(result, select.name, otherwise)}
    />
  )
}
