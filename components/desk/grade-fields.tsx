import { faultOf, typedValue } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import type { KindRow } from '@/lib/domain/kinds'
import type { Result } from '@/lib/domain/result'

type Props = {
  result: Result
  kinds: readonly KindRow[]
  today: string
  /** The day of its submission: no adoption is older. */
  firstDay: string
  /** The office's own, to choose from; any other may be typed. */
  publications?: readonly string[]
}

/** What is asked of an adoption: the kinds, the day, where it stood. After a success the day stays for the next one. */
export function GradeFields({ result, kinds, today, firstDay, publications = [] }: Props) {
  return (
    <>
      <Kinds result={result} kinds={kinds} />
      <Field name="adoptedOn" label="采用日期" fault={faultOf(result, 'adoptedOn')}>
        {(control) => (
          <input
            {...control}
            name="adoptedOn"
            type="date"
            className="input"
            min={firstDay}
            max={today}
            defaultValue={typedValue(result, 'adoptedOn', keptDay(result) ?? today)}
          />
        )}
      </Field>
      <div className="two-fields">
        <Field name="publication" label="刊物（可不填）" fault={faultOf(result, 'publication')}>
          {(control) => (
            <>
              <input
                {...control}
                name="publication"
                className="input"
                list="publications"
                defaultValue={typedValue(result, 'publication')}
              />
              <datalist id="publications">
                {publications.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field name="issueNo" label="期号（可不填）" fault={faultOf(result, 'issueNo')}>
          {(control) => (
            <input {...control} name="issueNo" className="input" defaultValue={typedValue(result, 'issueNo')} />
          )}
        </Field>
      </div>
      <Field name="evidence" label="依据（可不填）" fault={faultOf(result, 'evidence')}>
        {(control) => (
          <input {...control} name="evidence" className="input" defaultValue={typedValue(result, 'evidence')} />
        )}
      </Field>
    </>
  )
}

function Kinds({ result, kinds }: { result: Result; kinds: readonly KindRow[] }) {
  const fault = faultOf(result, 'kinds')
  return (
    <fieldset className={`field ${fault ? 'field-faulty' : ''}`} aria-describedby={fault && 'fault-kinds'}>
      <legend>采用类别（可选多项）</legend>
      {fault && (
        <div id="fault-kinds" className="field-fault">
          {fault}
        </div>
      )}
      <div className="choices">
        {kinds.map(({ kind, name, form }, i) => (
          <label key={kind} className={form === null ? 'choices-wide' : undefined}>
            <input
              type="checkbox"
              name={kind}
              value="on"
              id={i === 0 ? 'field-kinds' : undefined}
              defaultChecked={typedValue(result, kind) === 'on'}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The day of the adoption just recorded: several are often recorded in a row. */
function keptDay(result: Result): string | undefined {
  return result.status === 'done' ? (result.data as { adoptedOn?: string } | undefined)?.adoptedOn : undefined
}
