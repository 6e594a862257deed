import type { ReactNode } from 'react'
import type { UseFormRegister } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { findMarkings, findWarnings, markingMessage } from '@/lib/domain/base/secrecy'
import { countCharacters, normalizeText } from '@/lib/domain/base/text'
import { BODY_MAX, ITEM_TYPES, TITLE_MAX } from '@/lib/domain/items/item'
import type { Question, Typed } from './typed'

type Props = {
  register: UseFormRegister<Typed>
  initial: Typed
  /** What stands in the fields now, and what stood there when the typing last paused. */
  typed: Typed
  calm: Typed
  faultOf: (name: Question) => string | undefined
  today: string
  /** 附件, between what is typed and what is confirmed. */
  attachments: ReactNode
}

/** The questions of an item. */
export function ItemQuestions({ register, initial, typed, calm, faultOf, today, attachments }: Props) {
  const line = { register, initial, faultOf }
  return (
    <>
      <Field name="title" label="标题" fault={faultOf('title') ?? markingIn('标题', calm.title)}>
        {(control) => (
          <input
            {...control}
            {...register('title')}
            defaultValue={initial.title}
            className="input text-lg"
            autoComplete="off"
          />
        )}
      </Field>
      <Measure text={typed.title} max={TITLE_MAX} calm={calm.title} />
      <Field
        name="body"
        label="正文"
        help="按段书写，一段一行。"
        fault={faultOf('body') ?? markingIn('正文', calm.body)}
      >
        {(control) => (
          <textarea
            {...control}
            {...register('body')}
            defaultValue={initial.body}
            className="input input-body"
            rows={16}
          />
        )}
      </Field>
      <Measure text={typed.body} max={BODY_MAX} calm={calm.body} />
      <Choice {...line} />
      <div className="sm:grid grid-cols-2 gap-x-6">
        <Line {...line} name="eventDay" label="事件日期" help="所报事情发生的日期。" type="date" max={today} />
        <Line {...line} name="author" label="撰稿人" help="撰写本信息的同志。" autoComplete="name" />
        <Line {...line} name="phone" label="联系电话" help="便于编辑核实情况。" type="tel" autoComplete="tel" />
        <Line {...line} name="signer" label="签发人" help="填分管负责同志。" />
      </div>
      {attachments}
      <Confirmation {...line} />
    </>
  )
}

type LineProps = Pick<Props, 'register' | 'initial' | 'faultOf'>

function Line({
  register,
  initial,
  faultOf,
  name,
  label,
  help,
  ...input
}: LineProps & { name: Question; label: string; help?: string; type?: string; max?: string; autoComplete?: string }) {
  return (
    <Field name={name} label={label} help={help} fault={faultOf(name)}>
      {(control) => (
        <input {...input} {...control} {...register(name)} defaultValue={initial[name]} className="input" />
      )}
    </Field>
  )
}

/** The kind of information, as one group of choices. */
function Choice({ register, initial, faultOf }: LineProps) {
  const fault = faultOf('type')
  return (
    <fieldset className={`field ${fault ? 'field-faulty' : ''}`} aria-describedby={fault && 'fault-type'}>
      <legend>信息类型</legend>
      {fault && (
        <div id="fault-type" className="field-fault">
          {fault}
        </div>
      )}
      <div className="flex flex-wrap gap-x-6">
        {Object.entries(ITEM_TYPES).map(([value, name], index) => (
          <label key={value} className="choice">
            <input
              type="radio"
              {...register('type')}
              value={value}
              defaultChecked={initial.type === value}
              id={index === 0 ? 'field-type' : undefined}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Confirmation({ register, initial, faultOf }: LineProps) {
  const fault = faultOf('unclassified')
  return (
    <div className={`field ${fault ? 'field-faulty' : ''}`}>
      {fault && (
        <div id="fault-unclassified" className="field-fault">
          {fault}
        </div>
      )}
      <label className="choice">
        <input
          type="checkbox"
          {...register('unclassified')}
          value="yes"
          defaultChecked={initial.unclassified === 'yes'}
          id="field-unclassified"
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault && 'fault-unclassified'}
        />
        我确认：本信息不涉及国家秘密、工作秘密
      </label>
    </div>
  )
}

/** How long a text is, and which of its words ask for a second look. */
function Measure({ text, max, calm }: { text: string; max: number; calm: string }) {
  const length = countCharacters(normalizeText(text))
  const warnings = findWarnings(calm)
  return (
    <div className="measure">
      <div role="status">
        {warnings.length > 0 && (
          <p className="note note-late">出现{warnings.map((word) => `“${word}”`).join('、')}字样，请确认不涉密。</p>
        )}
      </div>
      <p className={length > max ? 'text-red font-semibold' : undefined}>
        {length}/{max}
        {length > max && `，超出 ${length - max} 字`}
      </p>
    </div>
  )
}

function markingIn(label: string, text: string): string | undefined {
  const [marking] = findMarkings(text)
  return marking && markingMessage(label, marking.marking)
}
