'use client'
import { Field } from '@/components/ui/field'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'
import { EDITS, isOwn } from '@/lib/domain/notices/editing'

export type ParagraphEditor = {
  key: string
  kind: 'paragraph' | 'heading' | 'subheading'
  /** As it reads, with its figures. */
  reads: string
  /** As it is written, with a token for every figure. */
  template: string
  text?: string
  by?: string
  confirmedBy?: string
  /** Numbers that a person typed into it. */
  typed: string[]
}

type Props = {
  action: FormAction
  formKeys: readonly string[]
  draft: { id: string; version: number }
  paragraphs: readonly ParagraphEditor[]
  frozen: boolean
}

const KINDS = { paragraph: '正文', heading: '一级标题', subheading: '二级标题' } as const

/** The paragraphs of a draft: each is read as it stands and opens for writing. */
export function ParagraphEditors({ action, formKeys, draft, paragraphs, frozen }: Props) {
  return (
    <ol className="writing">
      {paragraphs.map((paragraph, index) => (
        <li key={paragraph.key} data-kind={paragraph.kind} data-waits={waits(paragraph) || undefined}>
          <p>{paragraph.reads}</p>
          <Standing paragraph={paragraph} />
          {frozen && waits(paragraph) && (
            <ActionForm action={action} formKey={formKeys[index] ?? ''}>
              <Meant draft={draft} block={paragraph.key} />
              <Verb verb="confirm" />
            </ActionForm>
          )}
          {!frozen && (
            <details>
              <summary>改写{KINDS[paragraph.kind]}</summary>
              <ParagraphForm action={action} formKey={formKeys[index] ?? ''} draft={draft} paragraph={paragraph} />
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}

function waits({ text, confirmedBy }: ParagraphEditor): boolean {
  return text !== undefined && confirmedBy === undefined
}

function Standing({ paragraph }: { paragraph: ParagraphEditor }) {
  const { text, by, confirmedBy, typed } = paragraph
  if (text === undefined) return null
  return (
    <p className="writing-standing">
      {waits(paragraph) ? `待确认：${by}改写，尚无人确认。` : `${by}改写，${confirmedBy}已确认。`}
      {typed.length > 0 && `其中“${typed.join('”“')}”是手写的数字，不随数据变动。`}
    </p>
  )
}

function ParagraphForm({
  action,
  formKey,
  draft,
  paragraph,
}: Omit<Props, 'formKeys' | 'paragraphs' | 'frozen'> & { formKey: string; paragraph: ParagraphEditor }) {
  const { key, template } = paragraph
  const name = `text-${key}`
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <Meant draft={draft} block={key} />
          <Field
            name={name}
            label="文字"
            help="【】内是数据，随统计结果变动，不能直接填数字；可以移动或删去。"
            fault={faultOf(result, 'text')}
          >
            {(control) => (
              <textarea
                {...control}
                key={template}
                name="text"
                rows={paragraph.kind === 'paragraph' ? 6 : 2}
                className="input"
                defaultValue={typedValue(result, 'text', template)}
              />
            )}
          </Field>
          <div className="writing-verbs">
            <SendButton verb="write">{EDITS.write}</SendButton>
            {waits(paragraph) && <Verb verb="confirm" />}
            {paragraph.text !== undefined && !isOwn(key) && <Verb verb="restore" />}
            <Verb verb="up" />
            <Verb verb="down" />
            <Verb verb="drop" />
          </div>
        </>
      )}
    </ActionForm>
  )
}

function Meant({ draft, block }: { draft: Props['draft']; block: string }) {
  return (
    <>
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="block" value={block} />
    </>
  )
}

function Verb({ verb }: { verb: keyof typeof EDITS }) {
  return (
    <SendButton verb={verb} kind={verb === 'drop' ? 'warning' : 'plain'} small>
      {EDITS[verb]}
    </SendButton>
  )
}
