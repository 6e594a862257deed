'use client'
import { Actions } from '@/components/ui/actions'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'

type Draft = { id: string; version: number }
type Place = { key: string; words: string }
type Props = { action: FormAction; formKey: string; draft: Draft; places: readonly Place[] }

const KINDS = [
  { value: 'paragraph', name: '正文' },
  { value: 'heading', name: '一级标题' },
  { value: 'subheading', name: '二级标题' },
]

/** A paragraph of the office's own. */
export function AddParagraphForm({ draft, places, ...props }: Props & { userId: string }) {
  return (
    <KeptForm
      {...props}
      subject={`add_paragraph:${draft.id}`}
      schema={async () => (await import('@/lib/schemas/notices')).addParagraphSchema}
      stored={{ after: places.at(-1)?.key ?? '', kind: 'paragraph', text: '' }}
      clears
      className="max-w-[40em]"
    >
      {(form) => (
        <Disclosure summary="增加一段" open={form.unfinished}>
          <Fields small>
            <Hidden draft={draft} />
            <Select {...form.field('after')} of="own" label="放在这一段之后" options={optionsOf(places)} />
            <Select {...form.field('kind')} label="类别" options={KINDS} />
            <TextArea
              {...form.field('text')}
              of="own"
              label="文字"
              help="需要引用数据的，从下面的“可用的数据”中复制。"
              rows={4}
            />
            <Actions>
              <SendButton kind="plain">加入正文</SendButton>
            </Actions>
          </Fields>
        </Disclosure>
      )}
    </KeptForm>
  )
}

type SuggestionProps = Props & { suggestions: readonly { id: string; title: string }[] }

/** 下步建议 out of the office's library. */
export function AddSuggestionForm({ action, formKey, draft, places, suggestions }: SuggestionProps) {
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[40em]">
      {(result) => (
        <Fields small>
          <DoneNote result={result} />
          <Hidden draft={draft} />
          <Select
            name="suggestion"
            label="建议"
            fault={faultOf(result, 'suggestion')}
            defaultValue={typedValue(result, 'suggestion')}
            options={suggestions.map(({ id, title }) => ({ value: id, name: title }))}
          />
          <Select
            name="after"
            of="suggestion"
            label="放在这一段之后"
            defaultValue={typedValue(result, 'after', places.at(-1)?.key)}
            options={optionsOf(places)}
          />
          <Actions>
            <SendButton kind="plain">加入正文</SendButton>
          </Actions>
        </Fields>
      )}
    </ActionForm>
  )
}

function optionsOf(places: readonly Place[]) {
  return places.map(({ key, words }) => ({ value: key, name: words }))
}

function Hidden({ draft }: { draft: Draft }) {
  return (
    <>
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="version" value={draft.version} />
    </>
  )
}
