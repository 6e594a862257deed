'use client'
import { Disclosure } from '@/components/ui/disclosure'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'
import { EDITS, isOwn } from '@/lib/domain/notices/paragraphs'

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
  /** Why this person may not confirm it. */
  notConfirmed: string | null
  /** Numbers that a person typed into it. */
  typed: string[]
}

type Props = {
  userId: string
  action: FormAction
  formKeys: readonly string[]
  draft: { id: string; version: number }
  paragraphs: readonly ParagraphEditor[]
  frozen: boolean
}

const KINDS = { paragraph: '正文', heading: '一级标题', subheading: '二级标题' } as const

/** The paragraphs of a draft: each is read as it stands and opens for writing. */
export function ParagraphEditors({ userId, action, formKeys, draft, paragraphs, frozen }: Props) {
  return (
    <ol className="mt-4">
      {paragraphs.map((paragraph, index) => (
        <li
          key={paragraph.key}
          data-kind={paragraph.kind}
          className={`py-3 pl-4 border-t border-t-line border-l-4 ${waits(paragraph) ? 'border-l-red' : 'border-l-transparent'}`}
        >
          <p
            className={`max-w-[40em] leading-loose whitespace-pre-line wrap-anywhere ${paragraph.kind === 'paragraph' ? '' : 'font-semibold'}`}
          >
            {paragraph.reads}
          </p>
          <Standing paragraph={paragraph} />
          {frozen && mayConfirm(paragraph) && (
            <ActionForm action={action} formKey={formKeys[index] ?? ''}>
              <Meant draft={draft} block={paragraph.key} />
              <Verb verb="confirm" />
            </ActionForm>
          )}
          {!frozen && (
            <ParagraphForm
              userId={userId}
              action={action}
              formKey={formKeys[index] ?? ''}
              draft={draft}
              paragraph={paragraph}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

function waits({ text, confirmedBy }: ParagraphEditor): boolean {
  return text !== undefined && confirmedBy === undefined
}

function mayConfirm(paragraph: ParagraphEditor): boolean {
  return waits(paragraph) && paragraph.notConfirmed === null
}

function Standing({ paragraph }: { paragraph: ParagraphEditor }) {
  const { text, by, confirmedBy, typed, notConfirmed } = paragraph
  if (text === undefined) return null
  return (
    <p className="mt-1 mb-2 text-sm text-late">
      {waits(paragraph) ? `待确认：${by}改写，尚无人确认。` : `${by}改写，${confirmedBy}已确认。`}
      {waits(paragraph) && notConfirmed}
      {typed.length > 0 && `其中“${typed.join('”“')}”是手写的数字，不随数据变动。`}
    </p>
  )
}

type FormProps = Pick<Props, 'userId' | 'action' | 'draft'> & { formKey: string; paragraph: ParagraphEditor }

function ParagraphForm({ draft, paragraph, ...props }: FormProps) {
  const { key, kind, template } = paragraph
  return (
    <KeptForm
      {...props}
      subject={`paragraph:${draft.id}:${key}`}
      schema={async () => (await import('@/lib/schemas/notices')).editSchema}
      stored={{ text: template }}
      takes={(verb) => !TEXTLESS.includes(verb)}
    >
      {(form) => (
        <Disclosure small summary={`改写${KINDS[kind]}`} open={form.unfinished}>
          <Meant draft={draft} block={key} />
          <TextArea
            {...form.field('text')}
            of={key}
            label="文字"
            help="【】内是数据，随统计结果变动，不能直接填数字；可以移动或删去。"
            rows={kind === 'paragraph' ? 6 : 2}
          />
          <div className="flex flex-wrap items-center gap-2 mt-4">
            <SendButton verb="write">{EDITS.write}</SendButton>
            {mayConfirm(paragraph) && <Verb verb="confirm" />}
            {paragraph.text !== undefined && !isOwn(key) && <Verb verb="restore" />}
            <Verb verb="up" />
            <Verb verb="down" />
            <Verb verb="drop" />
          </div>
        </Disclosure>
      )}
    </KeptForm>
  )
}

/** What is done to a paragraph as it stands: what is being written goes on being so. */
const TEXTLESS: readonly string[] = ['confirm', 'up', 'down']

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
