import { faultOf, typedValue } from '@/components/ui/form/action-form'
import { InputField } from '@/components/ui/form/inputs'
import type { KindRow } from '@/lib/domain/adoptions/kinds'
import type { Result } from '@/lib/domain/base/result'

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
      <InputField
        result={result}
        name="adoptedOn"
        type="date"
        label="采用日期"
        min={firstDay}
        max={today}
        otherwise={keptDay(result) ?? today}
      />
      <div className="two-fields">
        <InputField result={result} name="publication" label="刊物（可不填）" list="publications" />
        <InputField result={result} name="issueNo" label="期号（可不填）" />
      </div>
      <datalist id="publications">
        {publications.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <InputField result={result} name="evidence" label="依据（可不填）" />
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
