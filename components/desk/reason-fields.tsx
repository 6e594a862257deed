'use client'
import { Field } from '@/components/ui/field'
import { faultOf, typedValue } from '@/components/ui/form/action-form'
import type { Result } from '@/lib/domain/base/result'
import type { Reason, ReasonVerb } from '@/lib/domain/desk/reason'

type Props = { verb: ReasonVerb; reasons: readonly Reason[]; result: Result }

/** A code of the office's own, where it has any. Ids bear the verb: several of these stand on one page. */
export function CodeField({ verb, reasons, result, label }: Props & { label: string }) {
  const codes = reasons.filter((reason) => reason.verb === verb && !reason.retired)
  if (codes.length === 0) return null
  const fault = faultOf(result, 'reasonId')
  return (
    // The list of faults leads to the field by its own name, which only the form at fault may bear.
    <Field name={fault ? 'reasonId' : `${verb}-reason`} label={label} fault={fault}>
      {(control) => (
        <select {...control} name="reasonId" className="input" defaultValue={typedValue(result, 'reasonId')}>
          <option value="">（不选）</option>
          {codes.map(({ id, words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A code and a sentence. */
export function ReasonFields({ verb, reasons, result, help }: Props & { help: string }) {
  return (
    <>
      <CodeField verb={verb} reasons={reasons} result={result} label="原因" />
      <Field name={`${verb}-sentence`} label="说明（可不填）" help={help} fault={faultOf(result, 'reason')}>
        {(control) => (
          <textarea {...control} name="reason" rows={2} className="input" defaultValue={typedValue(result, 'reason')} />
        )}
      </Field>
    </>
  )
}
