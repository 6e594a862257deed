import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
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
      <Fields columns={2} small>
        <InputField result={result} name="publication" label="刊物（可不填）" list="publications" />
        <InputField result={result} name="issueNo" label="期号（可不填）" />
      </Fields>
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
  return (
    <Choices name="kinds" label="采用类别（可选多项）" columns="two" fault={faultOf(result, 'kinds')}>
      {kinds.map(({ kind, name, form }) => (
        <div key={kind} className={form === null ? 'col-span-2' : undefined}>
          <Choice
            small
            type="checkbox"
            name={kind}
            value="on"
            label={name}
            defaultChecked={typedValue(result, kind) === 'on'}
          />
        </div>
      ))}
    </Choices>
  )
}

/** The day of the adoption just recorded: several are often recorded in a row. */
function keptDay(result: Result): string | undefined {
  return result.status === 'done' ? (result.data as { adoptedOn?: string } | undefined)?.adoptedOn : undefined
}
