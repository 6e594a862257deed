'use client'
import { SelectField, TextAreaField } from '@/components/ui/form/inputs'
import type { Result } from '@/lib/domain/base/result'
import type { Reason, ReasonVerb } from '@/lib/domain/desk/reason'

type Props = { verb: ReasonVerb; reasons: readonly Reason[]; result: Result }

/** A code of the office's own, where it has any. Several of these stand on one page. */
export function CodeField({ verb, reasons, result, label }: Props & { label: string }) {
  const codes = reasons.filter((reason) => reason.verb === verb && !reason.retired)
  if (codes.length === 0) return null
  const options = [{ value: '', name: '（不选）' }, ...codes.map(({ id, words }) => ({ value: id, name: words }))]
  return <SelectField result={result} name="reasonId" of={verb} label={label} options={options} />
}

/** A code and a sentence. */
export function ReasonFields({ verb, reasons, result, help }: Props & { help: string }) {
  return (
    <>
      <CodeField verb={verb} reasons={reasons} result={result} label="原因" />
      <TextAreaField result={result} name="reason" of={verb} label="说明（可不填）" help={help} rows={2} />
    </>
  )
}
