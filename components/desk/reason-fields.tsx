'use client'
import type { KeptFormLife } from '@/components/ui/form/kept-form'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { Reason, ReasonVerb } from '@/lib/domain/desk/reason'

type Props = { verb: ReasonVerb; reasons: readonly Reason[]; form: Asking }
type Asking = Pick<KeptFormLife<'reasonId' | 'reason'>, 'field'>

/** A code of the office's own, where it has any. Ids bear the verb: several of these stand on one page. */
export function CodeField({ verb, reasons, form, label }: Props & { label: string }) {
  const codes = reasons.filter((reason) => reason.verb === verb && !reason.retired)
  if (codes.length === 0) return null
  const options = [{ value: '', name: '（不选）' }, ...codes.map(({ id, words }) => ({ value: id, name: words }))]
  return <Select {...form.field('reasonId')} of={verb} label={label} options={options} />
}

/** A code and a sentence. */
export function ReasonFields({ verb, reasons, form, help }: Props & { help: string }) {
  return (
    <>
      <CodeField verb={verb} reasons={reasons} form={form} label="原因" />
      <TextArea {...form.field('reason')} of={verb} label="说明（可不填）" help={help} rows={2} />
    </>
  )
}
