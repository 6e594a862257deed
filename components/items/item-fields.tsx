import type { ReactNode } from 'react'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import type { KeptFormLife } from '@/components/ui/form/kept-form'
import { Input } from '@/components/ui/input'
import { Measure } from '@/components/ui/measure'
import { Note } from '@/components/ui/note'
import { TextArea } from '@/components/ui/text-area'
import { findMarkings, findWarnings, markingMessage } from '@/lib/domain/base/secrecy'
import { countCharacters, normalizeText } from '@/lib/domain/base/text'
import { BODY_MAX, ITEM_TYPES, TITLE_MAX } from '@/lib/domain/items/item'
import type { ItemQuestion, Typed } from './typed'

type Props = {
  form: Pick<KeptFormLife<ItemQuestion>, 'field' | 'choice' | 'fault' | 'typed'>
  /** What stood in the fields when the typing last paused. */
  calm: Typed
  today: string
  /** 附件, between what is typed and what is confirmed. */
  attachments: ReactNode
}

/** The questions of an item. */
export function ItemQuestions({ form, calm, today, attachments }: Props) {
  const { field, choice, fault, typed } = form
  return (
    <>
      <Input
        {...field('title')}
        label="标题"
        fault={fault('title') ?? markingIn('标题', calm.title)}
        autoComplete="off"
        after={<Length text={typed.title} max={TITLE_MAX} calm={calm.title} />}
      />
      <TextArea
        {...field('body')}
        label="正文"
        help="按段书写，一段一行。"
        fault={fault('body') ?? markingIn('正文', calm.body)}
        rows={16}
        after={<Length text={typed.body} max={BODY_MAX} calm={calm.body} />}
      />
      <Choices name="type" label="信息类型" fault={fault('type')}>
        {Object.entries(ITEM_TYPES).map(([value, name]) => (
          <Choice key={value} type="radio" {...choice('type', value)} label={name} />
        ))}
      </Choices>
      <Fields columns={2}>
        <Input {...field('eventDay')} label="事件日期" help="所报事情发生的日期。" type="date" max={today} />
        <Input {...field('author')} label="撰稿人" help="撰写本信息的同志。" autoComplete="name" />
        <Input {...field('phone')} label="联系电话" help="便于编辑核实情况。" type="tel" autoComplete="tel" />
        <Input {...field('signer')} label="签发人" help="填分管负责同志。" />
      </Fields>
      {attachments}
      {(fault('unchanged') || typed.unchanged) && (
        <TextArea
          {...field('unchanged')}
          label="未作修改的理由"
          help="退回后没有改动又再次报送的，写明理由。"
          rows={2}
        />
      )}
      <Choice
        type="checkbox"
        {...choice('unclassified')}
        fault={fault('unclassified')}
        label="我确认：本信息不涉及国家秘密、工作秘密"
      />
    </>
  )
}

/** How long a text is, and which of its words ask for a second look. */
function Length({ text, max, calm }: { text: string; max: number; calm: string }) {
  const warnings = findWarnings(calm)
  return (
    <div className="flex items-start justify-between gap-4">
      <div role="status" className="min-w-0">
        {warnings.length > 0 && (
          <Note tone="late" small>
            出现{warnings.map((word) => `“${word}”`).join('、')}字样，请确认不涉密。
          </Note>
        )}
      </div>
      <Measure length={countCharacters(normalizeText(text))} max={max} />
    </div>
  )
}

function markingIn(label: string, text: string): string | undefined {
  const [marking] = findMarkings(text)
  return marking && markingMessage(label, marking.marking)
}
