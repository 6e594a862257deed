import { Field } from '@/components/ui/field'

export type Choices = { chosen: string; options: readonly { id: string; words: string }[] }

/** Which commission an item answers; asked only where the unit still owes an answer. */
export function CommissionChoice({ choices, fault }: { choices: Choices; fault?: string }) {
  if (choices.options.length === 0) return null
  return (
    <Field name="commission" label="回复约稿" help="选定后，报送时即记为本单位对该约稿的回复。" fault={fault}>
      {(control) => (
        <select {...control} name="commission" className="input" defaultValue={choices.chosen}>
          <option value="">不是约稿回复</option>
          {choices.options.map(({ id, words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
