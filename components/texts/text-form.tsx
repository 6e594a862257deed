'use client'
import { Paragraphs } from '@/components/items/item-reading'
import { Field } from '@/components/ui/field'
import { faultOf } from '@/components/ui/form/action-form'
import { Faults } from '@/components/ui/form/faults'
import { countCharacters, normalizeText } from '@/lib/domain/base/text'
import { BODY_MAX, TITLE_MAX } from '@/lib/domain/items/item'
import { shortDateTime } from '@/lib/domain/time/quarter'
import { type Stored, type TextFormProps, useTextForm } from './use-text-form'

/** The editor: title and body, and a bar at the bottom that says what is safe. */
export function TextForm({ blocked, ...props }: TextFormProps & { blocked: string | null }) {
  const form = useTextForm(props)
  const { stored } = props
  if (blocked !== null) return <p className="blocked">{blocked}</p>
  return (
    <form
      id={form.formId}
      ref={form.element}
      action={form.post}
      noValidate
      onSubmit={form.press}
      onChange={form.changed}
      aria-label="编辑稿"
      className="text-form"
    >
      <input type="hidden" name="id" value={stored.id} />
      <input type="hidden" name="version" value={form.version} />
      <input type="hidden" name="key" value={form.base.key} />
      <Faults result={form.result} />
      {form.meanwhile && <Meanwhile stored={stored} follow={form.follow} />}
      {form.recovered && !form.meanwhile && (
        <div className="note mb-6" role="status">
          <p>已恢复本机上未保存的内容。</p>
          <p className="mt-2">
            <button type="button" className="button button-small" onClick={form.follow}>
              放弃恢复
            </button>
          </p>
        </div>
      )}
      <Field name="title" label="标题" fault={faultOf(form.result, 'title')}>
        {(control) => (
          <input
            {...control}
            name="title"
            defaultValue={form.initial.title}
            className="input text-lg"
            autoComplete="off"
          />
        )}
      </Field>
      <Measure text={form.typed.title} max={TITLE_MAX} />
      <Field name="body" label="正文" fault={faultOf(form.result, 'body')}>
        {(control) => (
          <textarea {...control} name="body" defaultValue={form.initial.body} className="input input-body" rows={22} />
        )}
      </Field>
      <Measure text={form.typed.body} max={BODY_MAX} />
      <div className="text-bar no-print">
        <p role="status">{statusOf(form, stored)}</p>
        <button type="submit" className="button button-primary" aria-disabled={form.pending}>
          保存
        </button>
      </div>
    </form>
  )
}

/** What somebody else saved meanwhile, beside what was typed: nothing is overwritten, and nothing typed is lost. */
function Meanwhile({ stored, follow }: { stored: Stored; follow: () => void }) {
  return (
    <div className="note note-late mb-6" role="status">
      <p>
        <strong>
          {stored.savedBy}已于 {shortDateTime(stored.savedAt)} 保存第 {stored.version} 版
        </strong>
        ，内容如下。再次保存，您写的内容成为第 {stored.version + 1} 版，第 {stored.version} 版保留在历次版本中。
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so it takes the focus */}
      <section className="text-meanwhile" tabIndex={0} aria-label={`第 ${stored.version} 版`}>
        <p className="font-semibold">{stored.title}</p>
        <Paragraphs text={stored.body} />
      </section>
      <button type="button" className="button button-small" onClick={follow}>
        改用第 {stored.version} 版
      </button>
    </div>
  )
}

function Measure({ text, max }: { text: string; max: number }) {
  const length = countCharacters(normalizeText(text))
  return (
    <p className="text-measure" data-over={length > max || undefined}>
      {length}/{max}
      {length > max && `，超出 ${length - max} 字`}
    </p>
  )
}

function statusOf({ pending, dirty, base }: ReturnType<typeof useTextForm>, stored: Stored): string {
  if (pending) return '正在保存…'
  if (dirty) return '有改动未保存'
  const by = base.own ? '' : `，${stored.savedBy}`
  return `已保存 ${shortDateTime(base.at)}，第 ${base.version} 版${by}`
}
